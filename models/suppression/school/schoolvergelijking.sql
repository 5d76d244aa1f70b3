-- A school's benchmark: one share over the other schools of its group, from what those schools are
-- shown of themselves. Nobody who reads it may know a part of it: no school of the same board or
-- scholengemeenschap, and for a project school no other project school, because one person can be
-- assigned to both. The rules of a place with several schools hold: enough schools and boards, none
-- of them dominant. Only the share leaves, never its counts: two sums would tell a difference.
{%- set drempels = register().drempels %}
with

cijfers as (
    select * from {{ ref('schoolcijfers') }}
    where teller is not null
),

groepen as (select * from {{ ref('schoolgroepen') }}),

anderen as (
    select
        cijfers.schooljaar,
        cijfers.meetmoment,
        cijfers.indicator,
        cijfers.noemer,
        cijfers.teller,
        groepen.onderwijs,
        groepen.omvangklasse,
        groepen.school_eenheid,
        groepen.schoolbestuur_code,
        groepen.scholengemeenschap_code,
        groepen.is_projectschool
    from cijfers
    inner join groepen
        on
            cijfers.schooljaar = groepen.schooljaar
            and cijfers.instellingsnummer = groepen.instellingsnummer
),

vergeleken as (
    select
        groepen.instellingsnummer,
        anderen.schooljaar,
        anderen.meetmoment,
        anderen.indicator,
        count(distinct anderen.school_eenheid) as n_scholen,
        count(distinct anderen.schoolbestuur_code) as n_besturen,
        sum(anderen.noemer) as noemer,
        sum(anderen.teller) as teller,
        max(anderen.noemer) as grootste_noemer,
        max(anderen.teller) as grootste_teller,
        max(anderen.noemer - anderen.teller) as grootste_rest
    from groepen
    inner join anderen
        on
            groepen.schooljaar = anderen.schooljaar
            and groepen.onderwijs = anderen.onderwijs
            and groepen.omvangklasse = anderen.omvangklasse
            and groepen.school_eenheid != anderen.school_eenheid
            and groepen.schoolbestuur_code != anderen.schoolbestuur_code
            and coalesce(
                groepen.scholengemeenschap_code != anderen.scholengemeenschap_code, true
            )
            and not (groepen.is_projectschool and anderen.is_projectschool)
    group by
        groepen.instellingsnummer, anderen.schooljaar, anderen.meetmoment, anderen.indicator
)

select
    instellingsnummer,
    schooljaar,
    meetmoment,
    indicator,
    round(100.0 * teller / noemer, 1) as waarde
from vergeleken
where
    n_scholen >= {{ drempels.min_scholen }}
    and n_besturen >= {{ drempels.min_besturen }}
    and grootste_noemer <= {{ drempels.max_aandeel_grootste_school }} * noemer
    and grootste_teller <= {{ drempels.max_aandeel_grootste_school }} * teller
    and grootste_rest <= {{ drempels.max_aandeel_grootste_school }} * (noemer - teller)
