""""""

from domain.entities.travellers import Relation
from locales.sentence import Sentence, _

RELATIONS: dict[Relation, Sentence] = {
    Relation.SELF: _("The client"),
    Relation.SPOUSE: _("Spouse"),
    Relation.CHILD: _("Child"),
    Relation.OTHER: _("Someone else"),
}
