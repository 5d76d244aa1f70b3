-- Half days present in kleuter against the dated thresholds, and absences against 5, 10, 15 and 30
-- half days. Only pupils of 01/02 who are in the delivery of 30/06: late entrants are not here.
{%- set codes = ['b', 'z', 'm'] %}
{%- set drempels = [5, 10, 15, 30] %}
with

leerlingen as (
    select
        *,
        onderwijsniveau in ('lager', 'secundair') and leerplicht = 'ja' as telt_afwezigheid
    from {{ ref('int_gent__leerlingen') }}
    where meetmoment = '30/06'
),

drempels as (
    select
        jaren.schooljaar,
        drempels.doel,
        drempels.leeftijd_van,
        drempels.leeftijd_tot,
        drempels.halve_dagen
    from {{ ref('int_gent__schooljaren') }} as jaren
    inner join {{ ref('kleuterdrempels') }} as drempels
        on {{ geldt_op('drempels', 'jaren.peildatum') }}
),

grenzen as (
    select
        leerlingen.*,
        {%- for code in codes %}
            case
                when leerlingen.telt_afwezigheid
                    {%- if code == 'm' %} and leerlingen.onderwijsniveau = 'secundair'{% endif %}
                    then {{ band_laag('leerlingen.afw_' ~ code) }}
            end as {{ code }}_laag,
            case
                when leerlingen.telt_afwezigheid
                    {%- if code == 'm' %} and leerlingen.onderwijsniveau = 'secundair'{% endif %}
                    then {{ band_hoog('leerlingen.afw_' ~ code) }}
            end as {{ code }}_hoog,
        {%- endfor %}
        case
            when leerlingen.onderwijsniveau = 'kleuter' then leerlingen.halve_dagen_aanwezig
        end as kleuter_halve_dagen
    from leerlingen
),

oordelen as (
    select
        grenzen.*,
        {% for code in codes -%}
            {% for drempel in drempels -%}
                {{ minstens('grenzen.' ~ code ~ '_laag', 'grenzen.' ~ code ~ '_hoog', drempel) }}
                    as {{ code }}_{{ drempel }},
            {% endfor -%}
        {% endfor -%}
        grenzen.kleuter_halve_dagen >= toeslag.halve_dagen as voldoende_toeslag,
        grenzen.kleuter_halve_dagen >= instap_lager.halve_dagen as voldoende_instap_lager
    from grenzen
    left join drempels as toeslag
        on
            grenzen.schooljaar = toeslag.schooljaar
            and toeslag.doel = 'toeslag'
            and grenzen.leeftijd between toeslag.leeftijd_van and toeslag.leeftijd_tot
    left join drempels as instap_lager
        on
            grenzen.schooljaar = instap_lager.schooljaar
            and instap_lager.doel = 'instap_lager'
            and grenzen.leeftijd between instap_lager.leeftijd_van and instap_lager.leeftijd_tot
),

-- Bands that straddle a threshold leave it undetermined for the whole school year: without only
-- the pupils in such a band, the share of the others would be wrong.
bruikbaar as (
    select
        {% for code in codes -%}
            {% for drempel in drempels -%}
                bool_and({{ code }}_laag is null or {{ code }}_{{ drempel }} is not null)
                    as {{ code }}_{{ drempel }},
            {% endfor -%}
        {% endfor -%}
        schooljaar
    from oordelen
    group by schooljaar
)

select
    oordelen.leerling_id,
    oordelen.schooljaar,
    oordelen.meetmoment,
    {{ gent_plaatskolommen('oordelen', 'woon') }},
    {{ gent_kenmerkkolommen('oordelen') }},
    oordelen.leeftijd,
    oordelen.voldoende_toeslag,
    oordelen.voldoende_instap_lager,
    {% for code in codes -%}
        {% for drempel in drempels -%}
            case when bruikbaar.{{ code }}_{{ drempel }} then oordelen.{{ code }}_{{ drempel }} end
                as {{ code }}_{{ drempel }},
        {% endfor -%}
    {% endfor -%}
    oordelen.b_laag is not null as b_bekend,
    oordelen.z_laag is not null as z_bekend,
    oordelen.m_laag is not null as m_bekend,
    case
        when oordelen.onderwijsniveau != 'kleuter' then 'geen'
        when oordelen.leeftijd <= 3 then 'tot_3'
        when oordelen.leeftijd >= 5 then 'vanaf_5'
        else '4'
    end as kleuterleeftijd
from oordelen
inner join bruikbaar on oordelen.schooljaar = bruikbaar.schooljaar
