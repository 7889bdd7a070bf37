"""Papers: vouchers and lists as PDF and XLSX. Only this room knows typst and xlsxwriter."""
