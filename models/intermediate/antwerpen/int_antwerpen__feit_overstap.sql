-- Every pair twice: as a departure with the place and characteristics of the first moment, and as
-- an arrival with those of the second. Delay is always that of the school year of departure.
with

overstappen as (
    select
        overstappen.*,
        coalesce(vorderingen.vertragingsklasse, 'onbepaald') as vertragingsklasse,
        coalesce(vorderingen.zitklasse, 'onbepaald') as zitklasse
    from {{ ref('int_antwerpen__overstappen') }} as overstappen
    left join {{ ref('int_antwerpen__vorderingen') }} as vorderingen
        on
            overstappen.persoon_id = vorderingen.persoon_id
            and overstappen.startjaar_van = vorderingen.startjaar
),

meetmomenten as not materialized (select * from {{ ref('int_antwerpen__meetmomenten') }})

-- Two joins rather than one over both directions: the narrow pairs are kept in memory and the wide
-- moments stream past them.
{% for richting, moment in [('vertrek', 'moment_van'), ('aankomst', 'moment')] %}
    select
        overstappen.persoon_id,
        overstappen.schooljaar,
        overstappen.meetmoment,
        {{ plaatskolommen('meetmomenten') }},
        '{{ richting }}' as richting,
        overstappen.moment_soort,
        {{ kenmerkkolommen('meetmomenten') }},
        overstappen.vertragingsklasse,
        overstappen.zitklasse,
        overstappen.van_in_stad,
        overstappen.naar_in_stad,
        overstappen.beide_in_stad,
        overstappen.structureel,
        overstappen.hernummering,
        overstappen.schoolwissel,
        overstappen.vestigingswissel,
        overstappen.uitstroom,
        overstappen.instroom,
        overstappen.groepswissel,
        overstappen.studiewissel,
        overstappen.onderwijsvormwissel
    from meetmomenten
    inner join overstappen
        on
            meetmomenten.persoon_id = overstappen.persoon_id
            and meetmomenten.moment = overstappen.{{ moment }}
    {{ 'union all' if not loop.last }}
{% endfor %}
