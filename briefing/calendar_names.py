"""The names of months and weekdays in English, from January and from Monday on; they do not change with the host."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_MONTHS = tuple(name[:3].lower() for name in MONTHS)
"""Their first three letters, by which any form of them is known."""
SHORT_WEEKDAYS = tuple(name[:3].lower() for name in WEEKDAYS)
