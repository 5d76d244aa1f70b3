{#- Every delivered hoofdstructuur is described, in the school year in which it is used. To resolve:
    complete the seed `hoofdstructuren`. -#}
{% test hoofdstructuur_is_beschreven(model, schooljaar) %}

with

geleverd as (
    select distinct
        {{ schooljaar }} as schooljaar,
        hoofdstructuur_code,
        make_date(left({{ schooljaar }}, 4)::integer, 9, 1) as eerste_dag
    from {{ model }}
)

select
    geleverd.schooljaar,
    geleverd.hoofdstructuur_code
from geleverd
left join {{ ref('hoofdstructuren') }} as lijst
    on
        geleverd.hoofdstructuur_code = lijst.hoofdstructuur_code::varchar
        and geleverd.eerste_dag >= lijst.geldig_van
        and geleverd.eerste_dag < coalesce(lijst.geldig_tot, date '9999-01-01')
where geleverd.hoofdstructuur_code is not null and lijst.hoofdstructuur_code is null

{% endtest %}
