-- Nobody is processed who is not in the scope of the protocol (R-03, R-04). To resolve: see the
-- findings of the delivery; the gate should have withheld these rows.
{{ config(enabled=target.name == 'antwerpen') }}

select
    regel,
    tabel,
    schooljaar,
    aantal_personen
from {{ ref('kwaliteit_antwerpen__populatie') }}
