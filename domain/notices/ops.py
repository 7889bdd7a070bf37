"""Notices about the program: that something is wrong with it."""

from domain.entities.notices import Audience, notice_kind

ALARM = notice_kind("alarm", Audience.STAFF)
