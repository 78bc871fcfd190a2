"""One small policy, written once, to be made in every format that can be read."""

from __future__ import annotations

TITLE = "Policy för vänortsarbete"

Section = tuple[str, tuple[str, ...], tuple[str, ...]]
"""Heading, paragraphs, list items."""

SECTIONS: tuple[Section, ...] = (
    (
        "1 Bakgrund",
        (
            "Kommunen har haft vänorter sedan 1947. Samarbetet omfattar skola, kultur och "
            "näringsliv, och det ska bidra till kommunens egen utveckling.",
            "Policyn gäller för alla nämnder och för kommunens helägda bolag när de har kontakt "
            "med en vänort eller med någon annan kommun i ett annat land.",
        ),
        (),
    ),
    (
        "2 Mål",
        ("Arbetet med vänorterna ska:",),
        (
            "ge unga möjlighet att möta unga i andra länder,",
            "stärka kommunens tjänster genom utbyte av erfarenheter,",
            "öka kunskapen om demokrati och mänskliga rättigheter.",
        ),
    ),
    (
        "3 Uppföljning",
        (
            "Kommunstyrelsen ska varje år redovisa arbetet för kommunfullmäktige senast den "
            "31 mars, tillsammans med årsredovisningen.",
        ),
        (),
    ),
)

ROWS = (
    ("Vänort", "Land", "Sedan"),
    ("Kongsvinger", "Norge", "1947"),
    ("Skive", "Danmark", "1951"),
)
