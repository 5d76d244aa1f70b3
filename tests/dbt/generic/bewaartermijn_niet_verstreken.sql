{#- No person-level part of a delivery is past its term of article 3; a build stops while one is.
    To resolve: `leerloopbaan retention --city <stad>` names what is due, with --enforce it destroys
    it and writes the certificate; then build again. On the one table that every staging model reads,
    so that nothing is built before it; its neighbours are named after it for the same reason.
    Synthetic deliveries are no personal data: they count with the var `ook_synthetisch`. -#}
{% test bewaartermijn_niet_verstreken(model) %}

select
    delen.levering_id,
    delen.tabel,
    delen.schooljaar,
    delen.bewaren_tot
from {{ model }} as delen
inner join {{ model | string | replace('leveringsdelen', 'leveringen') }} as leveringen
    on delen.levering_id = leveringen.levering_id
left join {{ model | string | replace('leveringsdelen', 'vernietigingen') }} as vernietigingen
    on
        delen.levering_id = vernietigingen.levering_id
        and delen.tabel = vernietigingen.tabel
        and delen.schooljaar is not distinct from vernietigingen.schooljaar
where
    delen.bewaren_tot < {% if var('vandaag', none) %}date '{{ var('vandaag') }}'{% else %}current_date{% endif %}
    and vernietigingen.levering_id is null
    {%- if not var('ook_synthetisch', false) %}
    and not leveringen.synthetisch
    {%- endif %}

{% endtest %}
