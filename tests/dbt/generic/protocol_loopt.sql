{#- Nothing that was really delivered is built once the protocol has ended (art. 12): only destroying
    it and showing that it was kept remain. A recorded renewal (`geldigheid.verlengingen`) lifts this.
    To resolve: record the renewal in protocols/<stad>.yml, or `leerloopbaan retention --city <stad>
    --enforce`.
    Synthetic deliveries are no personal data: they count with the var `ook_synthetisch`. -#}
{% test protocol_loopt(model) %}
{%- set dag = "date '" ~ var('vandaag') ~ "'" if var('vandaag', none) else 'current_date' %}

select
    delen.levering_id,
    delen.tabel,
    delen.schooljaar
from {{ model }} as delen
inner join {{ model | string | replace('leveringsdelen', 'leveringen') }} as leveringen
    on delen.levering_id = leveringen.levering_id
where
    delen.van_kracht
    -- Reference lists are the city's own.
    and delen.bewaren_tot is not null
    {%- if not var('ook_synthetisch', false) %}
    and not leveringen.synthetisch
    {%- endif %}
    {%- for van, tot in register().geldigheid %}
    and not ({{ dag }} >= date '{{ van }}'{% if tot %} and {{ dag }} <= date '{{ tot }}'{% endif %})
    {%- endfor %}

{% endtest %}
