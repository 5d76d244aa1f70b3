{#- The categories of docs/business-rules/meetmomenten.md, "Characteristics". -#}

{% macro ja_nee_klasse(indicator, ja, nee) -%}
    case {{ indicator }} when true then '{{ ja }}' when false then '{{ nee }}' else 'onbekend' end
{%- endmacro %}

{% macro oki_klasse(oki) -%}
    case when {{ oki }} <= 1 then '0-1' else coalesce(cast({{ oki }} as varchar), 'onbekend') end
{%- endmacro %}

{% macro leeftijd_instap(leeftijd) -%}
    case
        when {{ leeftijd }} <= 5 then '2-5'
        when {{ leeftijd }} <= 11 then '6-11'
        when {{ leeftijd }} <= 15 then '12-15'
        when {{ leeftijd }} <= 17 then '16-17'
        when {{ leeftijd }} >= 18 then '18+'
        else 'onbekend'
    end
{%- endmacro %}

{% macro instapmaand(datum) -%}
    case
        when month({{ datum }}) = 9 then 'september'
        when month({{ datum }}) >= 10 then 'okt_dec'
        when month({{ datum }}) <= 3 then 'jan_mrt'
        when month({{ datum }}) <= 6 then 'apr_jun'
        when month({{ datum }}) <= 8 then 'jul_aug'
        else 'onbekend'
    end
{%- endmacro %}

{% macro locatie(in_stad) -%}
    case when {{ in_stad }} then 'antwerpen' else 'buiten_of_onbekend' end
{%- endmacro %}

{% macro vertragingsklasse(jaren) -%}
    case
        when {{ jaren }} <= 0 then 'op_leeftijd'
        when {{ jaren }} = 1 then '1_jaar'
        when {{ jaren }} >= 2 then '2_plus'
        else 'onbepaald'
    end
{%- endmacro %}

{% macro zitklasse(jaren) -%}
    case when {{ jaren }} = 0 then 'geen' when {{ jaren }} >= 1 then 'minstens_1' else 'onbepaald' end
{%- endmacro %}
