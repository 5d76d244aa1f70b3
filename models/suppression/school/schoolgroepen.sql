-- Schools that may be compared have the same kind of education and the same size class, by the
-- figure that they are shown themselves: a school whose size is hidden is in no group.
{%- set omvang = register().eigen_school.vergelijking.omvang if register().eigen_school else {} %}
with

profielen as (select * from {{ ref('schoolprofiel') }}),

cijfers as (
    select
        schooljaar,
        instellingsnummer,
        len(list_filter(
            {{ sql_waarde(omvang.grenzen or []) }}, lambda grens: grens <= noemer
        )) as omvangklasse
    from {{ ref('schoolcijfers') }}
    where indicator = '{{ omvang.indicator }}' and meetmoment = '{{ omvang.meetmoment }}'
)

select
    profielen.schooljaar,
    profielen.instellingsnummer,
    profielen.onderwijs,
    cijfers.omvangklasse,
    profielen.school_eenheid,
    profielen.schoolbestuur_code,
    profielen.scholengemeenschap_code,
    profielen.is_projectschool
from profielen
inner join cijfers
    on
        profielen.schooljaar = cijfers.schooljaar
        and profielen.instellingsnummer = cijfers.instellingsnummer
where profielen.onderwijs is not null
