{#- What every school is shown of itself of one product, out of the register. It stays in the vault: a
    release gives each school its own rows. -#}
{% macro schoolmart(product) %}
{#- dbt also renders it for a city without school level. -#}
{%- set niveaus = [] -%}
{%- for p in register().producten if p.code == product -%}
{%- for u in p.uitgaven if u.publiek == 'school' -%}
{%- do niveaus.extend(u.niveaus) -%}
{%- endfor -%}
{%- endfor -%}
{{ martcijfers(
    product, schoolindicatoren(product), niveaus,
    {'indicatorcellen': ref('schoolindicatorcellen'), 'cellen': ref('schoolcellen'),
     'besluiten': ref('schoolbesluiten'), 'geografie': ref('dim_schoolgeografie')}
) }}
{% endmacro %}

{#- Indicators of a product that schools are shown of themselves: code and unit. -#}
{% macro schoolindicatoren(product) %}
{%- set indicatoren = [] -%}
{%- for i in register().indicatoren if product in i.producten and i.eigen_school -%}
{%- do indicatoren.append([i.code, i.eenheid]) -%}
{%- endfor -%}
{{ return(indicatoren or [[none, none]]) }}
{% endmacro %}

{#- The benchmark beside a school's own figures of one product; the code is that of the school that
    may read it. -#}
{% macro vergelijkingsmart(product) %}
with

vergelijking as (select * from {{ ref('schoolvergelijking') }}),

indicatoren as (
    select * from {{ waarden(['indicator', 'eenheid'], schoolindicatoren(product)) }}
),

uitgave as (select * from {{ ref('release') }})

select
    vergelijking.schooljaar,
    right(vergelijking.schooljaar, 4)::integer as schooljaar_eind,
    vergelijking.meetmoment,
    '{{ product }}' as product,
    vergelijking.indicator,
    'vergelijkingsgroep' as geo_niveau,
    vergelijking.instellingsnummer as geo_code,
    'Vergelijkbare scholen' as geo_naam,
    'totaal' as uitsplitsing,
    'totaal' as categorie,
    'totaal' as uitsplitsing_2,
    'totaal' as categorie_2,
    null::integer as teller,
    null::integer as noemer,
    vergelijking.waarde::double as waarde,
    indicatoren.eenheid,
    null::varchar as status,
    uitgave.bron,
    uitgave.release_id
from vergelijking
inner join indicatoren on vergelijking.indicator = indicatoren.indicator
cross join uitgave
order by all
{% endmacro %}
