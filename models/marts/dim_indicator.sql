-- What the protocol does not deliver stands here too, with the clause, so that nobody looks for it.
{%- set kolommen = [
    'indicator', 'naam', 'familie', 'eenheid', 'definitie', 'teller_omschrijving',
    'noemer_omschrijving', 'beperkingen', 'reeksbreuken', 'vragen', 'producten', 'artikel',
    'beschikbaar', 'volgorde', 'basis', 'kenmerk', 'gevoelig'
] %}
select {{ kolommen | join(', ') }}
from {{ waarden(kolommen, cel_rijen('dim_indicator')) }}
