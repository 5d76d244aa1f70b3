{#- A staging model is the register's field list, typed: the same three steps for every delivered
    table of either city (docs/architecture.md, "The landing file"). -#}

{#- What a canonical text becomes. Only four of the twelve types need a cast. -#}
{% macro staging_waarde(veld) -%}
    {%- if veld.type == 'geheel' -%}
        try_cast(bron.{{ veld.naam }} as integer)
    {%- elif veld.type == 'decimaal' -%}
        try_cast(bron.{{ veld.naam }} as double)
    {%- elif veld.type == 'datum' -%}
        try_cast(bron.{{ veld.naam }} as date)
    {%- elif veld.type == 'janee' -%}
        {#- A pupil characteristic is true when it means kansarm, whatever its delivered polarity. #}
        {%- set waar, onwaar = ('N', 'J') if veld.kansarm_waarde == 'N' else ('J', 'N') -%}
        case bron.{{ veld.naam }} when '{{ waar }}' then true when '{{ onwaar }}' then false end
    {%- else -%}
        bron.{{ veld.naam }}
    {%- endif -%}
{%- endmacro %}

{#- What can be wrong with a row, in order: pairs of a condition and its reason, as
    `geleverde_kolom:reden`. Never the value itself. -#}
{% macro staging_gebreken(tabel) -%}
    {%- set vormen = {
        'schooljaar': '^\\d{4}-\\d{4}$', 'instellingsnummer': '^\\d{6}$', 'volgnummer': '^\\d{2}$'
    } -%}
    {%- set gebreken = [] -%}
    {%- for veld in tabel.velden -%}
        {%- set waarde = 'bron.' ~ veld.naam -%}
        {%- if veld.verplicht -%}
            {%- do gebreken.append([waarde ~ ' is null', veld.naam ~ ':leeg']) -%}
        {%- endif -%}
        {%- if veld.type in vormen -%}
            {%- do gebreken.append([
                "not regexp_matches(" ~ waarde ~ ", '" ~ vormen[veld.type] ~ "')",
                veld.naam ~ ':geen_' ~ veld.type
            ]) -%}
        {%- elif veld.type == 'janee' -%}
            {%- do gebreken.append([waarde ~ " not in ('J', 'N')", veld.naam ~ ':geen_janee']) -%}
        {%- elif veld.type in ('geheel', 'decimaal', 'datum') -%}
            {%- do gebreken.append([
                waarde ~ ' is not null and ' ~ staging_waarde(veld) ~ ' is null',
                veld.naam ~ ':geen_' ~ veld.type
            ]) -%}
        {%- endif -%}
    {%- endfor -%}
    {{ return(gebreken) }}
{%- endmacro %}

{#- The delivered rows that are in force: of the newest accepted delivery of their table and school
    year (intake keeps `van_kracht`). `afgekeurd`: those that cannot be used, with the first reason;
    else all others. -#}
{% macro staging_bron(relatie, afgekeurd=false) -%}
{%- set tabel = register().tabellen[relatie] -%}
{%- set gebreken = staging_gebreken(tabel) -%}
    select
        bron.*
        {%- if afgekeurd %},
        case
            {%- for voorwaarde, reden in gebreken %}
            when {{ voorwaarde }} then '{{ reden }}'
            {%- endfor %}
        end as gebrek
        {%- endif %}
    from {{ source('levering', relatie) }} as bron
    inner join {{ source('intake', 'leveringsdelen') }} as delen
        on
            bron.levering_id = delen.levering_id
            and delen.tabel = '{{ relatie }}'
            {%- if tabel.schooljaar_kolom %}
            and bron.{{ tabel.schooljaar_kolom }} = delen.schooljaar
            {%- endif %}
            and delen.van_kracht
    {%- if gebreken and not afgekeurd %}
    where
        {%- for voorwaarde, _ in gebreken %}
        {{ 'and ' if not loop.first }}({{ voorwaarde }}) is not true
        {%- endfor %}
    {%- endif %}
{%- endmacro %}

{#- The whole model. Rejected rows are left out here and counted in `stg_<stad>__afgekeurd`. -#}
{% macro staging_model(relatie) -%}
{%- set tabel = register().tabellen[relatie] -%}
{%- set per_jaar = register().sleutelbereik == 'binnen_schooljaar' -%}
{%- set sleutels = tabel.velden | selectattr('persoonssleutel', 'defined') | list -%}
with

-- Read twice rather than kept: the delivered text of a large city does not fit in memory.
bron as not materialized (
    {{ staging_bron(relatie) | indent(4) }}
)
{%- if sleutels %},

-- Each code is hashed once; the join brings it back to its rows.
codes as (
    select distinct
        {{ sleutels[0].naam }} as code
        {%- if per_jaar %},
        {{ tabel.schooljaar_kolom }} as jaar
        {%- endif %}
    from bron
    where {{ sleutels[0].naam }} is not null
),

pseudoniemen as materialized (
    select
        *,
        {%- if per_jaar %}
        pseudoniem(code, jaar) as pseudoniem
        {%- else %}
        pseudoniem(code) as pseudoniem
        {%- endif %}
    from codes
)
{%- endif %}

select
    bron.levering_id,
    bron.rij,
    {%- for veld in tabel.velden %}
    {% if veld.persoonssleutel -%} pseudoniemen.pseudoniem {%- else -%} {{ staging_waarde(veld) }} {%- endif %} as {{ veld.kolom }}
        {{- ',' if not loop.last }}
    {%- endfor %}
from bron
{%- if sleutels %}
left join pseudoniemen
    on
        bron.{{ sleutels[0].naam }} = pseudoniemen.code
        {%- if per_jaar %}
        and bron.{{ tabel.schooljaar_kolom }} = pseudoniemen.jaar
        {%- endif %}
{%- endif %}
{%- endmacro %}

{#- One row per rejected row of the given tables: where it stands, which column, why. -#}
{% macro staging_afgekeurd() -%}
{%- for relatie in register().tabellen %}
{%- set tabel = register().tabellen[relatie] %}
select
    bron.levering_id,
    '{{ relatie }}' as tabel,
    bron.rij,
    split_part(bron.gebrek, ':', 1) as kolom,
    split_part(bron.gebrek, ':', 2) as reden
from (
    {{ staging_bron(relatie, afgekeurd=true) | indent(4) }}
) as bron
where bron.gebrek is not null
{% if not loop.last %}union all{% endif %}
{%- endfor %}
{%- endmacro %}
