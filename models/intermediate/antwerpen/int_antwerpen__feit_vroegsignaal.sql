-- Ephemeral: dbt never builds this relation. The estimate of a pupil lives inside the query that
-- counts groups, and in no table, view or file (tests/vroegsignaal/test_no_scores.py). The newest
-- school year only: a warning is about those who are there.
{{ config(materialized='ephemeral') }}
{%- set kenmerken = [
    'oki_klasse', 'opleiding_moeder', 'leeftijdsklasse', 'leeftijd_instap', 'instapmaand',
    'vertragingsklasse', 'wisselklasse', 'attest_vorig', 'leerweg'
] %}
with

kenmerken as (
    select *
    from {{ ref('int_antwerpen__vroegsignaal_kenmerken') }}
    qualify startjaar = max(startjaar) over ()
),

punten as (
    select
        kenmerk,
        categorie,
        waarde
    from {{ ref('int_antwerpen__vroegsignaal_model') }}
    where onderdeel = 'coefficient'
),

model as (
    select
        max(waarde) filter (where onderdeel = 'model' and maat = 'drempel') as drempel,
        max(waarde) filter (where kenmerk = 'intercept') as constante
    from {{ ref('int_antwerpen__vroegsignaal_model') }}
)

select
    kenmerken.* exclude (startjaar, uitkomst),
    kenmerken.in_model and model.drempel is not null as beoordeeld,
    kenmerken.in_model and coalesce(
        1 / (1 + exp(-(
            model.constante
            {%- for kenmerk in kenmerken %}
            + {{ kenmerk }}_punten.waarde
            {%- endfor %}
        ))) >= model.drempel,
        false
    ) as verhoogd
from kenmerken
cross join model
{%- for kenmerk in kenmerken %}
left join punten as {{ kenmerk }}_punten
    on
        {{ kenmerk }}_punten.kenmerk = '{{ kenmerk }}'
        and kenmerken.{{ kenmerk }} = {{ kenmerk }}_punten.categorie
{%- endfor %}
