"""Notices about the staff's group: it can be used, or something is missing."""

from domain.entities.notices import Audience, notice_kind

GROUP_TIED = notice_kind("group_tied", Audience.STAFF, "open_staff_group")
GROUP_NOT_TIED = notice_kind("group_not_tied", Audience.STAFF, "open_staff_group")
