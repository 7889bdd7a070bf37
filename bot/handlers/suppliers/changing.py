"""What is changed of a supplier: words by a question, kind, languages and branch by taps."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, ask, back, column, go, pairs
from bot.flows.suppliers.change import ChangeSupplier
from bot.links.suppliers import (
    CHANGING_SUPPLIER,
    SET_SUPPLIER_BRANCH,
    SET_SUPPLIER_KIND,
    SPEAK_THERE,
    SUPPLIER,
    SUPPLIER_BRANCHES,
    SUPPLIER_KINDS,
    SUPPLIER_LANGUAGES,
)
from domain.entities.suppliers import WORDS, SupplierKind, SupplierNumber
from domain.queries.suppliers import supplier_branches, supplier_to_change
from domain.usecases.suppliers.keeping import set_branch, set_kind, speak
from domain.values.language import Language
from domain.values.refusals import NotFound
from locales import Sentence, _
from locales.terms import suppliers as terms
from locales.terms.languages import LANGUAGES

routes = Routes()


@routes.draws(CHANGING_SUPPLIER)
def changing(exchange: Exchange, number: SupplierNumber) -> Screen:
    one = supplier_to_change(exchange.desk, number)
    label = _("✏️ {label}")
    buttons = [
        *(
            ask(label(label=terms.SUPPLIER_FACTS[fact]), ChangeSupplier, supplier=number, fact=fact)
            for fact in WORDS
        ),
        go(label(label=_("Kind")), SUPPLIER_KINDS, number),
        go(label(label=_("Languages")), SUPPLIER_LANGUAGES, number),
    ]
    if supplier_branches(exchange.desk):
        buttons.append(go(label(label=_("Branch")), SUPPLIER_BRANCHES, number))
    asks = _("<b>{called}</b>: what should change?")(called=one.name)
    return Screen(asks, (*pairs(buttons), (back(SUPPLIER, number),)))


def _chosen(label: Sentence | str, *, chosen: bool) -> Sentence:
    return _("✓ {choice}")(choice=label) if chosen else _("{choice}")(choice=label)


@routes.draws(SUPPLIER_KINDS)
def kinds(exchange: Exchange, number: SupplierNumber) -> Screen:
    one = supplier_to_change(exchange.desk, number)
    buttons = [
        act(_chosen(label, chosen=one.kind is kind), SET_SUPPLIER_KIND, number, kind.value)
        for kind, label in terms.SUPPLIER_KINDS.items()
    ]
    asks = _("<b>{called}</b>: what is it?")(called=one.name)
    return Screen(asks, (*pairs(buttons), (back(SUPPLIER, number),)))


@routes.does(SET_SUPPLIER_KIND)
def sets_kind(exchange: Exchange, number: SupplierNumber, kind: str) -> None:
    if kind not in {*SupplierKind}:
        raise NotFound("out_of_date")
    set_kind(exchange.desk, number, SupplierKind(kind))
    exchange.show(SUPPLIER, number)


@routes.draws(SUPPLIER_LANGUAGES)
def languages(exchange: Exchange, number: SupplierNumber) -> Screen:
    one = supplier_to_change(exchange.desk, number)
    buttons = [
        act(_chosen(name, chosen=language.value in one.languages), SPEAK_THERE, number, language.value)
        for language, name in LANGUAGES.items()
    ]
    asks = _("<b>{called}</b>: which languages do they speak?")(called=one.name)
    return Screen(asks, (*pairs(buttons), (back(SUPPLIER, number),)))


@routes.does(SPEAK_THERE)
def speaks(exchange: Exchange, number: SupplierNumber, language: str) -> None:
    if language not in {*Language}:
        raise NotFound("out_of_date")
    speak(exchange.desk, number, Language(language))
    exchange.show(SUPPLIER_LANGUAGES, number)


@routes.draws(SUPPLIER_BRANCHES)
def branches(exchange: Exchange, number: SupplierNumber) -> Screen:
    one = supplier_to_change(exchange.desk, number)
    all_ = _chosen(_("All branches"), chosen=one.branch is None)
    buttons = [
        act(all_, SET_SUPPLIER_BRANCH, number, None),
        *(
            act(_chosen(name, chosen=one.branch == branch), SET_SUPPLIER_BRANCH, number, branch)
            for branch, name in supplier_branches(exchange.desk)
        ),
    ]
    asks = _("<b>{called}</b>: which branch works with them?")(called=one.name)
    return Screen(asks, (*column(buttons), (back(SUPPLIER, number),)))


@routes.does(SET_SUPPLIER_BRANCH)
def sets_branch(exchange: Exchange, number: SupplierNumber, branch: int | None) -> None:
    set_branch(exchange.desk, number, branch)
    exchange.show(SUPPLIER, number)
