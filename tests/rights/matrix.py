"""Who may what: for every use case and query, whom it serves when the thing is of their own branch, and of another.

This is the agency's promise in one place. Whoever is not named is answered as if the thing did not exist, or
"You have no right". A use case or a query without a line here fails the house.
"""

from dataclasses import dataclass

STAFF = "owner manager operator accountant guide"
SELLING = "owner manager operator"
PAYING = "owner manager operator accountant"
PLANNING = "owner manager"
EVERYBODY = f"{STAFF} client other_client stranger dismissed"
CLIENTS = "client other_client stranger dismissed"
PEOPLE = tuple(EVERYBODY.split())
"""`client` is whose deal it is; `stranger` has no file; `dismissed` was a manager of the branch until yesterday."""


@dataclass(frozen=True)
class Who:
    """Whom it serves: for what belongs to their own branch, and for what belongs to another.

    `openly`: that the thing exists is no secret, so that a colleague may be told "not allowed".
    """

    own: str
    other: str
    openly: bool = False

    def may(self, person: str, *, own: bool) -> bool:
        return person in (self.own if own else self.other).split()


def everywhere(who: str) -> Who:
    """What belongs to no branch: trips to sell, clients, the staff itself."""
    return Who(who, who, openly=True)


MATRIX: dict[str, Who] = {
    "settings.add_account": everywhere("owner"),
    "settings.add_reason": everywhere("owner"),
    "settings.as_shipped": everywhere("owner"),
    "settings.change_departure_time": everywhere("owner"),
    "settings.change_line": everywhere("owner"),
    "settings.change_office_hours": everywhere("owner"),
    "settings.change_own_hours": everywhere(STAFF),
    "staff.plan_holiday": everywhere("owner"),
    "staff.take_back_holiday": everywhere("owner"),
    "staff.set_supervisor": everywhere("owner"),
    "queries.holidays.holiday_card": everywhere("owner"),
    "queries.holidays.holidays_to_change": everywhere("owner"),
    "queries.holidays.whose_time": everywhere("owner"),
    "queries.holidays.deputies": everywhere("owner"),
    "queries.trip_guides.guided_between": everywhere("owner"),
    "queries.supervisors.can_supervise": everywhere("owner"),
    "queries.workload.team": everywhere(PLANNING),
    "queries.workload.colleague_in_hand": Who(PLANNING, "owner", openly=True),
    "queries.workload.to_hand_over": Who(PLANNING, "owner", openly=True),
    "settings.change_morning": everywhere(STAFF),
    "settings.change_empty_morning": everywhere(STAFF),
    "settings.change_quiet_hours": everywhere("owner"),
    "settings.change_text": everywhere("owner"),
    "settings.change_answer_time": everywhere("owner"),
    "settings.change_timing": everywhere("owner"),
    "settings.offer_language": everywhere("owner"),
    "settings.offer_reason_again": everywhere("owner"),
    "settings.remove_account": everywhere("owner"),
    "settings.remove_logo": everywhere("owner"),
    "settings.retire_reason": everywhere("owner"),
    "settings.set_logo": everywhere("owner"),
    "settings.text_as_shipped": everywhere("owner"),
    "settings.define": everywhere("owner"),
    "settings.make_pipeline": everywhere("owner"),
    "settings.name_pipeline": everywhere("owner"),
    "settings.add_stage": everywhere("owner"),
    "settings.name_step": everywhere("owner"),
    "settings.switch_need": everywhere("owner"),
    "settings.switch_enter": everywhere("owner"),
    "settings.switch_flag": everywhere("owner"),
    "settings.add_substage": everywhere("owner"),
    "settings.copy_pipeline": everywhere("owner"),
    "settings.retire_pipeline": everywhere("owner"),
    "settings.say_to_client": everywhere("owner"),
    "settings.take_words_back": everywhere("owner"),
    "settings.move_step": everywhere("owner"),
    "settings.retire_step": everywhere("owner"),
    "settings.bring_back_step": everywhere("owner"),
    "settings.use_pipeline": everywhere("owner"),
    "settings.pipeline_as_shipped": everywhere("owner"),
    "settings.make_kind": everywhere("owner"),
    "settings.change_kind": everywhere("owner"),
    "settings.set_trip_kind": everywhere(PLANNING),
    "settings.send_definitions": everywhere("owner"),
    "settings.take_over": everywhere("owner"),
    "fields.fill_fields": Who(f"client {SELLING}", "owner client"),
    "fields.fill_fields of a client": everywhere(f"client {SELLING}"),
    "fields.fill_fields of a deal": Who(f"client {SELLING}", "owner client"),
    "fields.fill_fields of a trip": Who(PLANNING, "owner", openly=True),
    "fields.fill_fields of an inquiry": Who(f"client {SELLING}", "owner client"),
    "fields.fill_fields of an item": Who(PLANNING, "owner"),
    "fields.take_over_fields": Who(f"client {SELLING}", "owner client"),
    "own_kinds.add_item": everywhere(PLANNING),
    "own_kinds.change_item": Who(PLANNING, "owner"),
    "own_kinds.hang_item": Who(SELLING, "owner"),
    "own_kinds.hang_item on a trip": Who(PLANNING, "owner", openly=True),
    "own_kinds.retire_item": Who(PLANNING, "owner"),
    "own_kinds.take_item_off": Who(SELLING, "owner"),
    "settings.add_field": everywhere("owner"),
    "settings.add_kind": everywhere("owner"),
    "settings.add_options": everywhere("owner"),
    "settings.change_field": everywhere("owner"),
    "settings.move_field_up": everywhere("owner"),
    "settings.rename_field": everywhere("owner"),
    "settings.rename_option": everywhere("owner"),
    "settings.rename_kind": everywhere("owner"),
    "settings.retire_field": everywhere("owner"),
    "settings.retire_kind": everywhere("owner"),
    "settings.retire_option": everywhere("owner"),
    "ideas.answer_idea": everywhere("owner"),
    "ideas.cast_vote": everywhere("client"),
    "ideas.close_vote": everywhere("owner"),
    "ideas.give_feedback": everywhere(STAFF),
    "ideas.mark_idea": everywhere("owner"),
    "ideas.answer_poll": everywhere(EVERYBODY),
    "ideas.ask_in_group": everywhere("owner"),
    "ideas.poll_recognised": everywhere(EVERYBODY),
    "ideas.open_vote": everywhere("owner"),
    "ideas.open_vote among clients": everywhere("owner"),
    "ideas.say_idea": everywhere(EVERYBODY),
    "observations.note_observation": everywhere(STAFF),
    "observations.correct_observation": Who(PLANNING, "owner", openly=True),
    "observations.add_photo": Who(PLANNING, "owner", openly=True),
    "observations.withdraw_observation": Who(PLANNING, "owner", openly=True),
    "queries.observations.must_note": everywhere(STAFF),
    "queries.observations.observations_shown": everywhere(STAFF),
    "queries.observations.observations_under": everywhere(STAFF),
    "queries.observations.names_noted": everywhere(STAFF),
    "queries.observations.observations_of_trip": everywhere(STAFF),
    "queries.observations.count_of_trip": everywhere(STAFF),
    "queries.observations.newest_for": everywhere(STAFF),
    "queries.observations.observations_found": everywhere(STAFF),
    "queries.observations.observation_card": everywhere(STAFF),
    "queries.observations.observation_to_change": Who(PLANNING, "owner", openly=True),
    "queries.observations.observation_file": everywhere(STAFF),
    "queries.observations.named_before": everywhere(STAFF),
    "suppliers.add_supplier": everywhere(PLANNING),
    "suppliers.must_be_new": everywhere(SELLING),
    "suppliers.change_supplier": Who(PLANNING, "owner"),
    "suppliers.set_kind": Who(PLANNING, "owner"),
    "suppliers.speak": Who(PLANNING, "owner"),
    "suppliers.set_branch": Who(PLANNING, "owner"),
    "suppliers.retire_supplier": Who(PLANNING, "owner"),
    "suppliers.bring_back_supplier": Who(PLANNING, "owner"),
    "queries.suppliers.suppliers_shown": everywhere(SELLING),
    "queries.suppliers.suppliers_retired": everywhere(PLANNING),
    "queries.suppliers.suppliers_found": everywhere(SELLING),
    "queries.suppliers.supplier_called": everywhere(SELLING),
    "queries.suppliers.supplier_card": Who(SELLING, "owner"),
    "queries.suppliers.observations_of_supplier": Who(SELLING, "owner"),
    "queries.suppliers.supplier_to_change": Who(PLANNING, "owner"),
    "queries.suppliers.must_keep_suppliers": everywhere(PLANNING),
    "queries.suppliers.supplier_branches": everywhere(PLANNING),
    "later.write_later": Who(SELLING, "owner"),
    "later.change_later": Who(PLANNING, "owner", openly=True),
    "later.move_later": Who(PLANNING, "owner", openly=True),
    "later.take_back_later": Who(PLANNING, "owner", openly=True),
    "later.send_later_now": Who(PLANNING, "owner", openly=True),
    "queries.later.later_for": everywhere(SELLING),
    "queries.later.count_later_for": everywhere(SELLING),
    "queries.later.my_later": everywhere(SELLING),
    "queries.later.count_my_later": everywhere(SELLING),
    "queries.later.later_card": Who(SELLING, "owner"),
    "queries.later.later_to_change": Who(PLANNING, "owner", openly=True),
    "queries.later.clock_for": everywhere(SELLING),
    "settling.record_deal": Who(SELLING, "owner"),
    "settling.record_deal by a guide": Who(f"guide {SELLING}", "owner"),
    "settling.record_trip": Who(f"{PLANNING} guide", "owner", openly=True),
    "settling.fill_data_card": Who(SELLING, "owner"),
    "settling.fill_guides_card": Who("guide", ""),
    "queries.settling.guided_deal": Who("guide", ""),
    "settling.settle_deal": Who("owner manager accountant", "owner"),
    "settling.take_back_settling": Who("owner manager accountant", "owner"),
    "settling.change_gate": everywhere("owner"),
    "settling.exempt": everywhere("owner"),
    "queries.settling.settling_to_change": everywhere("owner"),
    "queries.settling.settlement_card": Who(PAYING, "owner"),
    "queries.settling.settlement_shown": everywhere(PAYING),
    "queries.settling.unsettled": everywhere(PAYING),
    "queries.settling.count_unsettled": everywhere(PAYING),
    "queries.settling.trips_to_record": everywhere(f"{SELLING} guide"),
    "queries.settling.record_of_deal": Who(SELLING, "owner"),
    "queries.settling.record_of_trip": Who(f"{PLANNING} guide", "owner", openly=True),
    "queries.settling.writes_record_of": everywhere(f"{SELLING} guide"),
    "queries.settling.clients_of_trip": Who(f"{PLANNING} guide", "owner", openly=True),
    "queries.settling.data_card_of": Who(SELLING, "owner"),
    "queries.settling.last_record_of": everywhere(PAYING),
    "queries.settling.records_copied": everywhere(STAFF),
    "ops.drop_doubtful": everywhere("owner"),
    "ops.say_doubtful": everywhere("owner"),
    "ops.want_backup": everywhere("owner"),
    "deals.leave_line": everywhere(f"client {SELLING}"),
    "deals.open_deal": Who(SELLING, "owner"),
    "deals.take_back": everywhere(SELLING),
    "deals.offer_line": everywhere(SELLING),
    "deals.take_seat": everywhere("client"),
    "deals.wait": everywhere("client other_client"),
    "deals.wait for a client": everywhere(SELLING),
    "staff.open_branch": everywhere("owner"),
    "staff.rename_branch": everywhere("owner"),
    "deals.advance": Who(SELLING, "owner"),
    "deals.go_elsewhere": Who(PLANNING, "owner"),
    "deals.advance past what is missing": Who(PLANNING, "owner"),
    "deals.hand_over": Who(SELLING, "owner"),
    "deals.lose": Who(SELLING, "owner"),
    "deals.set_price": Who(SELLING, "owner"),
    "deals.set_seats": Who(SELLING, "owner"),
    "deals.set_days": Who(SELLING, "owner"),
    "trips.confirm": everywhere("client"),
    "trips.stay_away": everywhere("client"),
    "trips.come_late": everywhere("client"),
    "trips.cancel_trip": Who(PLANNING, "owner", openly=True),
    "trips.choose_after_cancel": everywhere("client"),
    "trips.told_by_phone": Who(SELLING, "owner"),
    "documents.accept_document": Who(SELLING, "owner"),
    "documents.assign": Who(f"client {SELLING}", "owner client"),
    "documents.reject_document": Who(SELLING, "owner"),
    "documents.send_document": Who(f"client {SELLING}", "owner client"),
    "inquiries.ask_for_tour": everywhere(EVERYBODY),
    "inquiries.ask_to_join": everywhere(EVERYBODY),
    "inquiries.become_client": everywhere(EVERYBODY),
    "inquiries.close_inquiry": Who(SELLING, "owner"),
    "inquiries.file_for": everywhere(SELLING),
    "inquiries.take_charge": Who(SELLING, "owner"),
    "inquiries.take_charge for a colleague": Who(SELLING, "owner"),
    "inquiries.take_charge over a colleague": Who(SELLING, "owner"),
    "inquiries.take_inquiry": everywhere(SELLING),
    "inquiries.withdraw_inquiry": everywhere("client"),
    "payments.record_payment": Who(PAYING, "owner"),
    "payments.return_money": Who(PAYING, "owner"),
    "payments.take_back": Who(PAYING, "owner"),
    "trips.move": Who(PLANNING, "owner", openly=True),
    "trips.assign_guide": Who(PLANNING, "owner", openly=True),
    "trips.relieve_guide": Who(PLANNING, "owner", openly=True),
    "trips.list_sent": everywhere(STAFF),
    "trips.list_sent of the border": everywhere(SELLING),
    "trips.copy_trip": everywhere(PLANNING),
    "trips.plan_trip": everywhere(PLANNING),
    "trips.renew_link": Who(PLANNING, "owner", openly=True),
    "trips.reschedule": Who(PLANNING, "owner", openly=True),
    "trips.reprice": Who(PLANNING, "owner", openly=True),
    "trips.rename": Who(PLANNING, "owner", openly=True),
    "trips.change_bring": Who(PLANNING, "owner", openly=True),
    "trips.set_due": Who(PLANNING, "owner", openly=True),
    "trips.resize": Who(PLANNING, "owner", openly=True),
    "trips.translate": Who(PLANNING, "owner", openly=True),
    "trips.revoke_link": Who(PLANNING, "owner", openly=True),
    "trips.trip_of_link": everywhere(EVERYBODY),
    "staff.change_role": everywhere("owner"),
    "staff.dismiss": everywhere("owner"),
    "staff.invite": everywhere("owner"),
    "staff.join_staff": everywhere("client other_client stranger dismissed"),
    "staff.live_by": everywhere(EVERYBODY),
    "staff.speak": everywhere(EVERYBODY),
    "staff.transfer": everywhere("owner"),
    "staff.withdraw": everywhere("owner"),
    "staff.succeed": everywhere("owner"),
    "clients.answer_question": Who(SELLING, "owner"),
    "clients.ask_agency": everywhere(EVERYBODY),
    "clients.ask_agency about a deal": everywhere("client"),
    "clients.ask_agency about an inquiry": everywhere("client"),
    "clients.ask_agency in reply": everywhere("client"),
    "clients.take_back": everywhere("client"),
    "clients.show_again": Who(SELLING, "owner"),
    "interactions.call_it": Who(SELLING, "owner"),
    "interactions.add_picture": everywhere(EVERYBODY),
    "interactions.edit_said": everywhere(EVERYBODY),
    "interactions.take_back_answer": everywhere(SELLING),
    "interactions.take_back_note": everywhere(SELLING),
    "interactions.note_down": everywhere(SELLING),
    "interactions.note_down about a deal": Who(SELLING, "owner"),
    "clients.note_call": everywhere(SELLING),
    "clients.note_call about an inquiry": Who(SELLING, "owner"),
    "clients.write_to_client": everywhere(SELLING),
    "clients.write_to_client about a deal": Who(SELLING, "owner"),
    "clients.write_to_client about an inquiry": Who(SELLING, "owner"),
    "travellers.cancel_traveller": Who(SELLING, "owner"),
    "travellers.change_traveller": Who(f"client {SELLING}", "owner client"),
    "travellers.enter_companions": Who(f"client {SELLING}", "owner client"),
    "travellers.enter_traveller": Who(f"client {SELLING}", "owner client"),
    "travellers.enter_travellers": Who(f"client {SELLING}", "owner client"),
    "deals.send_voucher": Who(SELLING, "owner"),
    "deals.send_voucher before its stage": Who(PLANNING, "owner"),
    "deals.voucher_again": everywhere("client"),
    "deals.voucher_handed_over": Who(SELLING, "owner"),
    "queries.backups.backups_card": everywhere("owner"),
    "clients.change_fact": everywhere(SELLING),
    "clients.change_tags": everywhere(SELLING),
    "clients.tell_fact": everywhere("client other_client"),
    "clients.notice_contact": everywhere(SELLING),
    "queries.timeline.timeline": everywhere(PAYING),
    "queries.timeline.timeline_entry": everywhere(PAYING),
    "queries.client_facts.branches_of_clients": everywhere(SELLING),
    "queries.client_facts.fact_to_change": everywhere(SELLING),
    "queries.client_facts.facts_of": everywhere(PAYING),
    "queries.client_facts.keepers_to_choose": everywhere(SELLING),
    "queries.client_facts.my_facts": everywhere("client other_client"),
    "queries.client_facts.known_facts": everywhere(EVERYBODY),
    "clients.merge_clients": Who(PLANNING, "owner", openly=True),
    "clients.not_the_same": everywhere(PLANNING),
    "clients.take_apart": Who(PLANNING, "owner", openly=True),
    "clients.give_link": everywhere(SELLING),
    "clients.close_link": everywhere(SELLING),
    "clients.open_link": everywhere(EVERYBODY),
    "clients.disconnect": everywhere(SELLING),
    "staff_groups.ask_for_group": Who(PLANNING, "owner"),
    "staff_groups.tie_group": Who("manager", "", openly=True),
    "staff_groups.write_in_topic": Who(SELLING, "owner", openly=True),
    "bridge.name_bridge": everywhere("owner"),
    "bridge.give_key": everywhere("owner"),
    "bridge.without_bridge": everywhere("owner"),
    "bridge.answer_translated": Who(SELLING, "owner"),
    "bridge.send_draft": Who("manager", "", openly=True),
    "bridge.want_no_translation": everywhere("client other_client"),
    "bridge.want_translation": everywhere("client other_client"),
    "queries.bridge.agency_bridge": everywhere("owner"),
    "queries.bridge.draft_of_mine": Who("manager", "", openly=True),
    "staff_groups.look_again": Who(PLANNING, "owner"),
    "staff_groups.untie_group": Who(PLANNING, "owner"),
    "queries.staff_groups.staff_group": Who(PLANNING, "owner"),
    "queries.staff_groups.branches_with_groups": everywhere(PLANNING),
    "queries.personal_links.personal_link": everywhere(SELLING),
    "queries.doubts.doubts_about": everywhere(PAYING),
    "queries.doubts.count_doubts": everywhere(PLANNING),
    "queries.client_lists.clients_who": everywhere(PAYING),
    "queries.client_lists.clients_of_trip": everywhere(PAYING),
    "queries.client_lists.clients_tagged": everywhere(PAYING),
    "queries.client_lists.tags_of_clients": everywhere(PAYING),
    "queries.doubts.doubts_open": everywhere(PLANNING),
    "queries.doubts.file_to_join": everywhere(PLANNING),
    "queries.doubts.joined_into": everywhere(PAYING),
    "queries.doubts.merge_to_undo": everywhere(PLANNING),
    "queries.doubts.one_by_now": everywhere(PAYING),
    "queries.doubts.two_files": everywhere(PAYING),
    "consents.agree_to_privacy": everywhere(CLIENTS),
    "consents.told_privacy": everywhere(CLIENTS),
    "consents.want_mailings": everywhere(CLIENTS),
    "consents.want_no_mailings": everywhere(CLIENTS),
    "consents.note_privacy": everywhere(SELLING),
    "consents.note_mailings": everywhere(SELLING),
    "consents.note_no_mailings": everywhere(SELLING),
    "own_data.ask_for_copy": everywhere("client other_client"),
    "own_data.ask_to_be_forgotten": everywhere("client other_client"),
    "own_data.keep_my_data": everywhere("client other_client"),
    "own_data.forget_client": Who(PLANNING, "owner", openly=True),
    "own_data.keep_client": Who(PLANNING, "owner", openly=True),
    "queries.forgetting.my_forgetting": everywhere("client other_client"),
    "queries.forgetting.client_forgetting": Who(PLANNING, "owner", openly=True),
    "own_data.copy_for_client": Who(PLANNING, "owner", openly=True),
    "queries.consents.client_consents": everywhere(PAYING),
    "queries.consents.may_be_mailed": everywhere(PAYING),
    "queries.consents.my_consents": everywhere(EVERYBODY),
    "queries.my_data.my_data": everywhere(CLIENTS),
    "queries.settings.agency_books": everywhere("owner"),
    "queries.settings.agency_privacy": everywhere("owner"),
    "settings.keep_books": everywhere("owner"),
    "settings.change_privacy_link": everywhere("owner"),
    "settings.change_privacy_text": everywhere("owner"),
    "queries.clients.client": everywhere(PAYING),
    "queries.clients.client_called": everywhere(SELLING),
    "queries.clients.client_card": everywhere(PAYING),
    "queries.clients.client_to_write_to": everywhere(SELLING),
    "queries.clients.client_with_phone": everywhere(SELLING),
    "queries.companions.companions_found": everywhere(PAYING),
    "queries.companions.companions_with": everywhere(PAYING),
    "queries.clients.client_numbered": everywhere(PAYING),
    "queries.clients.clients_found": everywhere(PAYING),
    "queries.clients.file_of_sender": everywhere(SELLING),
    "queries.clients.is_stranger": everywhere(EVERYBODY),
    "queries.clients.sender_outside": everywhere(SELLING),
    "queries.my_deals.all_mine": everywhere(EVERYBODY),
    "queries.deals.deal": Who(PAYING, "owner"),
    "queries.deals.deal_card": Who(PAYING, "owner"),
    "queries.deals.deal_for_early_voucher": Who(PLANNING, "owner"),
    "queries.deals.deal_numbered": everywhere(PAYING),
    "queries.deals.deal_to_lose": Who(SELLING, "owner"),
    "queries.deals.deal_to_override": Who(PLANNING, "owner"),
    "queries.deals.deal_to_price": Who(SELLING, "owner"),
    "queries.deals_by_stage.deals_at": everywhere(PAYING),
    "queries.deals.hand_over_choice": Who(SELLING, "owner"),
    "queries.deal_leaders.leader_chosen": everywhere(SELLING),
    "queries.deal_leaders.leaders_to_choose": everywhere(SELLING),
    "queries.my_deals.mine": everywhere("client"),
    "queries.my_deals.mine_on": everywhere(EVERYBODY),
    "queries.deals_by_stage.next_in_list": everywhere(PAYING),
    "queries.deals_by_stage.stage_counts": everywhere(PAYING),
    "queries.my_deals.within_reach": Who(f"client {SELLING}", "owner client"),
    "conversations.answer_conversation": Who(SELLING, "owner"),
    "conversations.hand_over": Who(SELLING, "owner"),
    "conversations.let_rest": Who(SELLING, "owner"),
    "conversations.take": Who(SELLING, "owner"),
    "queries.answering.meanwhile": everywhere(SELLING),
    "queries.answering.taken_unseen": Who(SELLING, "owner"),
    "queries.answering.seen_now": everywhere(SELLING),
    "queries.conversations.conversation_card": Who(SELLING, "owner"),
    "queries.conversations.count_late_answers": everywhere(SELLING),
    "queries.conversations.inbox": everywhere(SELLING),
    "queries.conversations.to_answer": everywhere(SELLING),
    "queries.conversations.who_can_answer": Who(SELLING, "owner"),
    "reminders.conclude": Who(SELLING, "owner"),
    "reminders.mute_reminders": everywhere(SELLING),
    "reminders.needs_no_answer": Who(SELLING, "owner"),
    "reminders.note_called": Who(SELLING, "owner"),
    "queries.late.count_undecided": everywhere(PAYING),
    "queries.late.deals_due_today": everywhere(PAYING),
    "queries.late.money_overdue": everywhere(PAYING),
    "queries.late.overdue_deals": everywhere(PAYING),
    "queries.late.undecided_deals": everywhere(PAYING),
    "queries.documents.document_of": Who(f"client {SELLING}", "owner client"),
    "queries.documents.document_sent_before": everywhere(EVERYBODY),
    "queries.documents.document_to_reject": Who(SELLING, "owner"),
    "queries.documents.document_to_see": Who(SELLING, "owner"),
    "queries.documents.traveller_card": Who(PAYING, "owner"),
    "queries.documents.unassigned": Who(f"client {SELLING}", "owner client"),
    "queries.field_definitions.field_card": everywhere("owner"),
    "queries.field_definitions.option_card": everywhere("owner"),
    "queries.field_definitions.field_to_change": everywhere("owner"),
    "queries.fields.field_to_fill": Who(f"client {SELLING}", "owner client"),
    "queries.field_definitions.fields_defined": everywhere("owner"),
    "queries.fields.file_of_field": Who(f"client {PAYING}", "owner client"),
    "queries.fields.thing_with_fields": Who(f"client {PAYING}", "owner client"),
    "queries.fields.thing_with_fields a client": everywhere(f"client {PAYING}"),
    "queries.fields.thing_with_fields a trip": everywhere(STAFF),
    "queries.fields.thing_with_fields an inquiry": Who(f"client {SELLING}", "owner client"),
    "queries.fields.thing_with_fields an item": Who(STAFF, "owner"),
    "queries.own_kinds.branches_of_items": everywhere(PLANNING),
    "queries.own_kinds.hung_on": Who(PAYING, "owner"),
    "queries.own_kinds.hung_on a trip": everywhere(STAFF),
    "queries.own_kinds.item_card": Who(STAFF, "owner"),
    "queries.own_kinds.item_to_change": Who(PLANNING, "owner"),
    "queries.own_kinds.items_found": everywhere(STAFF),
    "queries.own_kinds.items_listed": everywhere(STAFF),
    "queries.own_kinds.kind_card": everywhere("owner"),
    "queries.own_kinds.kind_to_change": everywhere("owner"),
    "queries.own_kinds.kinds_defined": everywhere("owner"),
    "queries.own_kinds.lists_shown": everywhere(STAFF),
    "queries.own_kinds.must_change_items": everywhere(PLANNING),
    "queries.own_kinds.must_hang": Who(SELLING, "owner"),
    "queries.handover.left_by": everywhere("owner"),
    "queries.handover.successors": everywhere("owner"),
    "queries.handover.without_responsible": everywhere("owner"),
    "queries.history.history_page a branch": everywhere("owner"),
    "queries.history.history_page a client": everywhere(PAYING),
    "queries.history.history_page a colleague": everywhere("owner"),
    "queries.history.history_page a deal": everywhere(PAYING),
    "queries.history.history_page a trip": everywhere(PLANNING),
    "queries.history.history_page an inquiry": everywhere(SELLING),
    "client_exports.give_clients": everywhere(PLANNING),
    "queries.client_exports.branches_to_export": everywhere(PLANNING),
    "queries.client_exports.clients_chosen": everywhere(PLANNING),
    "queries.client_exports.clients_to_give": everywhere(PLANNING),
    "queries.client_exports.keepers_to_export": everywhere(PLANNING),
    "queries.client_exports.must_export": everywhere(PLANNING),
    "queries.client_exports.trips_to_export": everywhere(PLANNING),
    "client_imports.send_clients": everywhere(PLANNING),
    "client_imports.cancel": Who(PLANNING, "owner"),
    "client_imports.choose_column": Who(PLANNING, "owner"),
    "client_imports.choose_encoding": Who(PLANNING, "owner"),
    "client_imports.say_header": Who(PLANNING, "owner"),
    "client_imports.read_on": Who(PLANNING, "owner"),
    "client_imports.start": Who(PLANNING, "owner"),
    "client_imports.settle_row": Who(PLANNING, "owner"),
    "client_imports.start_undo": Who(PLANNING, "owner"),
    "queries.client_imports.must_import": everywhere(PLANNING),
    "queries.client_imports.imports_listed": everywhere(PLANNING),
    "queries.client_imports.import_card": Who(PLANNING, "owner"),
    "queries.client_imports.rows_seen": Who(PLANNING, "owner"),
    "queries.client_imports.row_seen": Who(PLANNING, "owner"),
    "queries.client_imports.wrong_rows": Who(PLANNING, "owner"),
    "queries.definition_imports.definitions_to_give": everywhere("owner"),
    "queries.definition_imports.import_to_see": everywhere("owner"),
    "queries.pipelines.kind_to_see": everywhere("owner"),
    "queries.pipelines.kinds_to_choose": everywhere(PLANNING),
    "queries.pipelines.kinds_to_plan": everywhere(PLANNING),
    "queries.other_pipelines.other_pipelines": Who(PLANNING, "owner"),
    "queries.other_pipelines.steps_elsewhere": Who(PLANNING, "owner"),
    "queries.pipelines.pipeline_to_see": everywhere("owner"),
    "queries.pipelines.pipeline_as_shipped": everywhere("owner"),
    "queries.pipelines.pipelines_to_see": everywhere("owner"),
    "queries.pipelines.step_to_see": everywhere("owner"),
    "queries.ideas.feedback_report": everywhere("owner"),
    "queries.ideas.feedback_wanted": everywhere(STAFF),
    "queries.ideas.idea_card": Who("owner manager client", "owner client"),
    "queries.ideas.idea_to_answer": everywhere("owner"),
    "queries.ideas.ideas_found": everywhere("owner"),
    "queries.ideas.ideas_shown": everywhere(EVERYBODY),
    "queries.ideas.ideas_to_choose": everywhere("owner"),
    "queries.ideas.vote_card": everywhere("owner client"),
    "queries.ideas.votes_to_ask": everywhere("owner"),
    "queries.ideas.vote_plan": everywhere("owner"),
    "queries.ideas.votes_shown": everywhere(EVERYBODY),
    "queries.inquiries.awaited_by_me": everywhere(EVERYBODY),
    "queries.inquiries.count_waiting": everywhere(SELLING),
    "queries.inquiries.inquiries_waiting": everywhere(SELLING),
    "queries.inquiries.inquiry_card": Who(SELLING, "owner"),
    "queries.inquiries.inquiry_numbered": everywhere(SELLING),
    "queries.inquiries.inquiry_of_deal_to_be": Who(SELLING, "owner"),
    "queries.inquiries.inquiry_of_mine": everywhere("client"),
    "queries.inquiries.inquiry_to_close": Who(SELLING, "owner"),
    "queries.inquiries.inquiry_to_convert": Who(SELLING, "owner"),
    "queries.inquiries.must_take": everywhere(SELLING),
    "queries.inquiries.who_can_take": Who(SELLING, "owner"),
    "queries.interactions.interaction_card": Who(SELLING, "owner"),
    "queries.interactions.clients_named": everywhere(STAFF),
    "queries.interactions.must_note_clients": everywhere(SELLING),
    "queries.interactions.note_called": Who(SELLING, "owner"),
    "queries.interactions.note_of_mine": everywhere(SELLING),
    "queries.interactions.whose_to_note": everywhere(SELLING),
    "queries.messages.addressees_of_mine": everywhere("client"),
    "queries.messages.answered_unseen": Who(SELLING, "owner"),
    "queries.messages.message_of_mine": everywhere("client"),
    "queries.messages.question_card": Who(SELLING, "owner"),
    "queries.messages.question_of_mine": everywhere("client"),
    "queries.messages.question_to_answer": Who(SELLING, "owner"),
    "queries.messages.said_about": Who(PAYING, "owner"),
    "queries.messages.told_as": everywhere(EVERYBODY),
    "queries.participants.attendance": everywhere(STAFF),
    "queries.participants.border_list": everywhere(SELLING),
    "queries.participants.list_rows": everywhere(SELLING),
    "queries.deal_lists.deals_listed": everywhere(PAYING),
    "queries.participants.seat_of": everywhere(STAFF),
    "queries.travellers.travellers_found": everywhere(STAFF),
    "queries.participants.since_copy": everywhere(STAFF),
    "queries.participants.participants": everywhere(STAFF),
    "queries.participants.trips_of_participants": everywhere(STAFF),
    "queries.payments.deal_with_payments": Who(PAYING, "owner"),
    "queries.payments.payable_deal": Who(PAYING, "owner"),
    "queries.payments.payment_to_take_back": Who(PAYING, "owner"),
    "queries.staff.branch": everywhere("owner"),
    "queries.staff.branch_card": everywhere("owner"),
    "queries.staff.branches": everywhere("owner"),
    "queries.staff.colleague": everywhere("owner"),
    "queries.staff.colleague_card": everywhere("owner"),
    "queries.staff.open_invitations": everywhere("owner"),
    "queries.staff.staff_list": everywhere("owner"),
    "families.join_family": everywhere(SELLING),
    "families.leave_family": everywhere(SELLING),
    "families.no_family": everywhere(SELLING),
    "queries.families.family_of": everywhere(PAYING),
    "queries.families.proposals_open": everywhere(SELLING),
    "queries.families.two_of_family": everywhere(SELLING),
    "companions.add_companion": everywhere(SELLING),
    "companions.change_companion": everywhere(SELLING),
    "companions.remove_companion": everywhere(SELLING),
    "companions.set_relation": everywhere(SELLING),
    "queries.companions.companion_card": everywhere(PAYING),
    "queries.companions.companion_to_change": everywhere(SELLING),
    "queries.companions.companions_of": everywhere(PAYING),
    "queries.companions.must_change_companions": everywhere(SELLING),
    "queries.companions.companions_for": Who(f"client {SELLING}", "owner client"),
    "queries.companions.passport_known": Who(f"client {SELLING}", "owner client"),
    "queries.travellers.cancelling": Who(SELLING, "owner"),
    "queries.travellers.who_travels_with": everywhere(EVERYBODY),
    "queries.joining.join_link": everywhere(SELLING),
    "queries.trips.must_change": Who(PLANNING, "owner", openly=True),
    "queries.trip_changes.must_plan": everywhere(PLANNING),
    "queries.trips.must_see": everywhere(STAFF),
    "queries.joining.my_place": everywhere("client"),
    "queries.settings.agency_hours": everywhere(STAFF),
    "queries.settings.agency_logo": everywhere("owner"),
    "queries.settings.hours_to_change": everywhere("owner"),
    "queries.settings.agency_profile": everywhere("owner"),
    "queries.settings.agency_reasons": everywhere("owner"),
    "queries.settings.agency_answer_clock": everywhere("owner"),
    "queries.settings.agency_timing": everywhere("owner"),
    "queries.settings.deal_to_show": everywhere("owner"),
    "queries.settings.notice_text": everywhere("owner"),
    "queries.settings.own_hours": everywhere(STAFF),
    "queries.settings.own_morning": everywhere(STAFF),
    "queries.settings.texts_changed": everywhere("owner"),
    "queries.payments.deal_to_give_back": Who(PAYING, "owner"),
    "queries.deals.deal_to_change": Who(SELLING, "owner"),
    "queries.trip_changes.choices_after_cancel": everywhere("owner manager operator accountant"),
    "queries.taking_up.ready_deal": Who(SELLING, "owner"),
    "queries.destinations.known_destination": everywhere(EVERYBODY),
    "queries.destinations.names_ahead": everywhere(EVERYBODY),
    "queries.trips.trip_card": everywhere(STAFF),
    "queries.joining.trip_held": everywhere(EVERYBODY),
    "queries.joining.trip_offered": everywhere(EVERYBODY),
    "queries.trip_changes.trip_to_change": Who(PLANNING, "owner", openly=True),
    "queries.joining.trip_to_join": everywhere(EVERYBODY),
    "queries.trip_lists.trips_ahead": everywhere(STAFF),
    "queries.trip_lists.trips_found": everywhere(STAFF),
    "queries.trip_lists.trips_to_sell": everywhere(SELLING),
    "queries.today.deals.clients_to_call": everywhere(SELLING),
    "queries.today.deals.new_of_day": everywhere(PAYING),
    "queries.today.deals.ready_deals": everywhere(SELLING),
    "queries.today.declared.line_of": everywhere(EVERYBODY),
    "queries.today.declared.today": everywhere(EVERYBODY),
    "queries.today.documents.papers_to_check": everywhere(SELLING),
    "queries.today.late.late_or_due": everywhere(PAYING),
    "queries.today.late.to_decide": everywhere(PAYING),
    "queries.today.payments.money": everywhere(PAYING),
    "queries.today.trips.boarding": everywhere(STAFF),
    "queries.today.trips.half_empty_trips": everywhere(STAFF),
    "queries.today.trips.trips_of_the_week": everywhere(STAFF),
    "queries.today.trips.unready_trips": everywhere(PAYING),
    "queries.trip_guides.guide_choice": Who(PLANNING, "owner", openly=True),
    "queries.trip_guides.guides_of": everywhere(STAFF),
    "queries.trip_guides.trips_guided": everywhere(STAFF),
    "queries.trip_changes.trip_to_price": Who(PLANNING, "owner", openly=True),
    "queries.trip_changes.trip_to_copy": everywhere(PLANNING),
    "queries.trip_lists.trips_in": everywhere(STAFF),
    "queries.trip_changes.twins": everywhere(PLANNING),
    "queries.trip_lists.upcoming": everywhere(STAFF),
    "queries.joining.waiting_line": everywhere(SELLING),
}

LOOKING = """
    queries.settling.settling_of queries.settling.missing_of queries.settling.has_travelled
    queries.settling.must_have_travelled queries.settling.copied_to queries.settling.copied_records
    queries.taken_back.taken_back_among
    queries.consents.a_client queries.consents.privacy_agreed queries.consents.privacy_untold queries.forgetting.forgetting_of
    queries.addressees.addressees queries.addressees.keeper
    queries.doubts.must_be_last queries.doubts.must_reach queries.backups.next_backup queries.definition_imports.changes
    queries.ideas.ballot_of_actor queries.ideas.tally queries.ideas.who_reads
    queries.deal_steps.step_fact queries.other_pipelines.pipelines_beside queries.pipelines.kind_of
    queries.deal_steps.goes_on_by_itself queries.deal_steps.passed_to queries.deal_steps.stands_after
    queries.deal_leaders.leaders queries.my_deals.serves queries.deal_steps.too_early
    queries.deal_steps.waits_for queries.inquiries.takers queries.messages.deal_of queries.messages.inquiry_of
    queries.messages.topic_of_mine queries.my_deals.nearest queries.my_deals.next_of
    queries.joining.trips_to_join queries.joining.trips_to queries.messages.next_addressees
    queries.messages.told_of queries.messages.delivered queries.taken_back.taken_back_among
    queries.staff.branch_name queries.staff.colleagues
    queries.companions.passport_wanted queries.consents.consents_beside queries.clients.stands_beside
    queries.bookings.bookings_beside
    queries.children.is_a_childs queries.children.asked_for_documents
    families.notice_kin families.propose families.merge_families families.give_family_back
    companions.remember companions.join_companions companions.part_companions
    queries.travellers.may_be_changed queries.travellers.must_be_changeable
    queries.trips.free_seats queries.joining.join_payload queries.trips.may_change queries.trips.must_have_seats
    queries.participants.goes_along queries.participants.may_see_border
    queries.trips.trip_lines queries.trips.trip_line queries.trips.promised_places queries.trips.promised_until
    queries.trips.may_have_seats queries.joining.turn_in_line
    staff.must_be_new trips.superseded staff.must_not_guess inquiries.check_when payments.must_be_past
    travellers.who_hears queries.late.callers queries.late.dues_of queries.late.is_over fields.copy_fields
    queries.conversations.client_spoken_with
    queries.late.is_undecided queries.late.overdue_of queries.late.owners
    queries.deal_steps.waits_for_besides queries.fields.all_fields queries.fields.asked_with queries.fields.fields_listed
    queries.taking_up.has_room queries.taking_up.inquiry_of_deal
    queries.taking_up.span_asked_for queries.taking_up.usual_leader
    queries.fields.fields_of_mine queries.fields.fields_seen queries.fields.fills_field
    queries.field_sources.must_have_fields queries.fields.sees_field queries.field_definitions.stages_to_wait_at
    queries.own_kinds.all_kinds queries.own_kinds.has_lists queries.own_kinds.items_on queries.own_kinds.kind_of
    queries.own_kinds.may_change_items settings.must_be_a_new_name settings.must_be_free settings.must_fit
    settings.must_fit_kind
    queries.contacts.contact queries.contacts.contact_about queries.supervisors.above queries.supervisors.is_over
    queries.supervisors.supervisor_of queries.holidays.begins_at queries.holidays.holidays_of queries.holidays.is_away
    queries.holidays.standing_in queries.holidays_over.done_meanwhile queries.workload.workload_of
    queries.workload.workloads queries.workload.is_ours queries.settings.hours_of_colleague
    travellers.who_hears queries.settings.hours_of queries.settings.morning_of queries.settings.languages_to_choose
    queries.settings.printed_logo
    settings.profile_fits settings.hours_fit settings.working_hours_fit settings.timing_fits
    settings.reasons_fit settings.text_fits settings.books_fit settings.privacy_fits
    queries.bridge.language_of queries.bridge.may_be_translated queries.bridge.question_translated
    queries.messages.delivered staff_groups.topic_at staff_groups.refused_in_topic staff_groups.edited_in_topic
    queries.staff_groups.must_tie queries.staff_groups.payload_of
    settings.clock_fits
    queries.timeline.kinds_read queries.client_facts.may_look_after
"""
"""Ask for no right: they only look, at what the asker holds in hand already, or at their own."""

INNER = """
    later.send_later_messages later.send_it clients.tell_as_written
    settling.open_settlement settling.ask_for_cards settling.copy_cards
    observations.observation_with observations.photo_refused
    conversations.question_came conversations.inquiry_came conversations.heard conversations.we_answered
    conversations.look_anew conversations.inquiry_taken conversations.inquiry_over conversations.deal_led_by
    conversations.we_talked conversations.given_to conversations.let_go conversations.next_alarm
    conversations.kept_by conversations.clients_kept_by inquiries.goes_to inquiries.taken_with_answer
    clients.fact_learnt bridge.goes_translated staff_groups.answer_in_topic staff_groups.send_from_topic
    staff_groups.show_wish staff_groups.show_translation staff_groups.group_language staff_groups.last_said
    conversations.working conversations.sound_alarms conversations.join_conversations conversations.other_branch_waits
    client_imports.import_with
    client_imports.clients_fetched client_imports.clients_not_fetched client_imports.looked
    client_imports.cannot_be_read client_imports.cancel_unread
    client_imports.tell client_imports.judge client_imports.all_read client_imports.alike
    client_exports.given client_imports.import_some client_imports.undo_some client_imports.forget_rows
    client_imports.long_done
    settings.first_value settings.definitions_fetched settings.definitions_not_fetched
    settings.import_with settings.pipeline_fits settings.kind_fits settings.use_fits
    ideas.poll_asked ideas.poll_refused ideas.count_answers ideas.count_kept ideas.overtake ideas.stop_polls
    own_data.copy_made own_data.copy_cleared own_data.let_grace_begin own_data.goes_ahead own_data.forgotten consents.went_on
    fields.merge_fields fields.give_fields_back own_kinds.merge_items own_kinds.give_items_back
    clients.merge_facts clients.give_facts_back clients.notice_facts clients.learn_of_traveller
    clients.join_files clients.prove_same clients.settle clients.notice_phone clients.notice_traveller
    clients.looks_after clients.notice_same clients.notice_telegram clients.came clients.choose_language
    fields.field_file_arrived fields.field_file_refused fields.field_with
    bridge.bridge_tested bridge.translate_for bridge.translation_found bridge.translation_missed
    staff_groups.group_changed staff_groups.group_looked_at staff_groups.group_moved staff_groups.topic_opened
    staff_groups.show_in_topic staff_groups.show_change staff_groups.topic_for staff_groups.join_topics
    staff_groups.forget_topics
    staff_groups.take_topic staff_groups.topic_asked_for staff_groups.topic_not_opened staff_groups.topic_is
    staff_groups.topic_named staff_groups.topic_lost staff_groups.lines_sent staff_groups.lines_later staff_groups.let_go
    settings.first_value settings.settled_anew settings.logo_arrived settings.logo_refused
    settings.profile_with
    ideas.ask_colleagues ops.alarm ops.backup_failed ops.backup_made ops.restored
    ops.give_back ops.still_making ops.take_backup ops.watch_backups
    deals.leave_with_seats deals.offer_free_seats deals.offer_freed_seats deals.offer_on
    interactions.arrived interactions.came_back interactions.not_delivered interactions.sent_as_voice interactions.voice_refused
    documents.content_arrived documents.content_refused documents.document_with deals.entered
    trips.went_silent trips.tell_interested trips.tell_concerned trips.colleagues_of trips.retitle trips.to_change deals.pass_on
    deals.tell_changed deals.tell_client deals.tell_leader
    deals.announce_journeys deals.finish_journeys trips.travelled inquiries.keep_phone
    files.file_arrived files.file_refused
    trips.announce_departures trips.finish_trips trips.tell_change trips.told
    trips.unreached staff.link_failed staff.greet_colleagues staff.mind_holidays staff.pass_on staff.release
    reminders.spoken_with reminders.look_at_deals
"""
"""The agency's own doing: called by other use cases, by the clock and by the postman, and by nothing behind a button."""
