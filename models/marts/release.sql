-- The id is made of the content: the same figures, decisions and register give the same release.
{%- if register().eigen_school %}
    {%- set scholen = ref('schoolvingerafdruk') %}
{%- else %}
    {%- set scholen = "(select '' as vingerafdruk)" %}
{%- endif %}
with

cellen as (select * from {{ ref('cellen') }}),

besluiten as (select * from {{ ref('besluiten') }}),

getoond as (
    select
        cellen.cel_id,
        if(besluiten.status is null, cellen.aantal, null) as aantal
    from cellen
    inner join besluiten on cellen.cel_id = besluiten.cel_id
    where cellen.zichtbaar
),

scholen as (select vingerafdruk from {{ scholen }}),

inhoud as (
    select md5(string_agg(concat_ws('|', cel_id, aantal), ',' order by cel_id)) as vingerafdruk
    from getoond
)

select
    concat(
        '{{ target.name }}-',
        left(md5(concat_ws(
            '|', inhoud.vingerafdruk, scholen.vingerafdruk,
            '{{ register().protocolversie }}', '{{ register().registerversie }}'
        )), 12)
    ) as release_id,
    '{{ target.name }}' as stad,
    '{{ register().protocolversie }}'::date as protocolversie,
    {{ register().registerversie }}::integer as registerversie,
    {{ sql_waarde(register().bronvermelding) }} as bron
from inhoud
cross join scholen
