"""A regional operator's day at twenty times its speed: does it end as quick and as small as it began, and with nothing lost?"""
