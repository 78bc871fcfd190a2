### Import, units, export and backup of activities, in English. The same keys stand in sv/records.ftl.

## What is wrong in a sheet

reason-sheet-missing = the file is not there, or may not be read; check the path
reason-sheet-format = it is neither CSV nor Excel (.xlsx), or it is broken or has a password; save it as .xlsx or CSV
reason-sheet-csv = its quotation marks do not match; save the file as .xlsx, or write " as "" within a cell
reason-sheet-long = it has more than 50,000 rows; divide it into several files
reason-sheet-empty = there are no rows under the header
reason-column-unknown = the column is unknown; remove it, or rename it to one of: { $known }
reason-column-twice = the column is there twice; keep one of them
reason-column-missing = the column is missing; add it
reason-row-too-long = the row has more cells than the header; put quotation marks around cells that contain the divider
reason-row-twice = the row is the same as row { $line }; remove one of them
reason-cell-blank = the cell is blank; fill it in
reason-cell-date = “{ $value }” is no date; write it like 2026-05-03, 3/5 2026 (day first) or 3 May 2026
reason-cell-last-before-first = the last day is before the first; correct one of them, or leave the last day blank if it was a single day
reason-cell-money = “{ $value }” is no amount; write it like 45000, 45 000.50 or 45000,50, with at most two decimals and no minus sign
reason-cell-two-currencies = the same thing has amounts both in kronor and in euros; keep one of them
reason-cell-count = “{ $value }” is no number; write a whole number, like 12
reason-cell-too-many-young = there are more young people than participants; correct one of the numbers
reason-cell-young-alone = the number of participants is missing; fill it in as well
reason-cell-giver-alone = the amount of that funding is missing; fill it in, or empty the cell
reason-cell-country = the country “{ $value }” is unknown; write its name in Swedish or English, or its code, like LT
reason-cell-kind = the kind “{ $value }” is unknown; write one of: { $known }
reason-cell-unit = the municipality's register has no unit “{ $value }”; write its id or name, or import the register anew with policylots units import
reason-cell-two-units = several units are called “{ $value }”; write the unit's id instead
reason-cell-link = “{ $value }” is no web address; write all of it, like https://www.example.se/page
reason-cell-long = the text has { $length } characters; shorten it to at most { $longest }
reason-cell-many = too many names; give at most { $most }
reason-cell-unit-kind = the kind “{ $value }” is unknown; write one of: { $known }
reason-cell-unit-twice = the id “{ $value }” is there already in row { $line }; give each unit one of its own
reason-cell-parent = the unit “{ $value }” is not in the file; write the id or name of one that is, or leave the cell blank
reason-cell-circle = “{ $value }” would belong to itself, directly or through others; correct which unit it belongs to
