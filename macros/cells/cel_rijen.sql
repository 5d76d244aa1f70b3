{#- Rows of the plan and the register for `waarden`, by name: metingen, categorieen, indicatoren
    (what is published of which count), uitsplitsingen, dim_indicator. `plan`: another one than that
    of areas, or that of areas to have only the uitsplitsingen that its tables are broken down by;
    `feit`: metingen begin with the code of their fact and the product it is for, if one. -#}
{% macro cel_rijen(naam, plan=none, feit=false) %}
{%- set rijen = [] -%}
{%- set cijferplan = plan or celplan() -%}
{%- if naam == 'metingen' -%}
    {%- for f in cijferplan.feiten -%}
        {%- for m in f.metingen -%}
            {%- do rijen.append(
                ([f.feit, f.deelname] if feit else [])
                + [m.basis, m.kenmerk, f.plaats, m.gevoelig, m.zichtbaar, m.tabellen]
            ) -%}
        {%- endfor -%}
    {%- endfor -%}
{%- elif naam == 'indicatoren' -%}
    {%- for i in cijferplan.indicatoren -%}
        {%- do rijen.append(
            [i.indicator, i.basis, i.kenmerk or none, i.tabellen, i.meetmomenten]
        ) -%}
    {%- endfor -%}
{%- elif naam == 'onmogelijk' -%}
    {%- do rijen.extend(cijferplan.onmogelijk or [[none, none, none]]) -%}
{%- elif naam == 'uitsplitsingen' -%}
    {%- set gevraagd = (
        cijferplan.tabellen | map(attribute=2) | list
        + cijferplan.tabellen | map(attribute=3) | list
    ) -%}
    {%- do rijen.append(['totaal', 'Totaal', 'totaal', 'Totaal', 0]) -%}
    {%- for u in register().uitsplitsingen if not plan or u.code in gevraagd -%}
        {%- for c in u.categorieen -%}
            {%- do rijen.append([u.code, u.naam, c.code, c.label, loop.index]) -%}
        {%- endfor -%}
    {%- endfor -%}
{%- elif naam == 'dim_indicator' -%}
    {#- An indicator that only schools are shown, of themselves, stands in the plan of schools. -#}
    {%- set plannen = [cijferplan, schoolplan()] -%}
    {%- for i in register().indicatoren -%}
        {%- set cijfer = (
            plannen | map(attribute='indicatoren') | sum(start=[])
            | selectattr('indicator', 'eq', i.code) | first
        ) -%}
        {%- set gevoelig = [] -%}
        {%- for f in plannen | map(attribute='feiten') | sum(start=[]) -%}
            {%- for m in f.metingen -%}
                {%- if m.gevoelig and m.basis == cijfer.basis and m.kenmerk == cijfer.kenmerk -%}
                    {%- do gevoelig.append(true) -%}
                {%- endif -%}
            {%- endfor -%}
        {%- endfor -%}
        {%- do rijen.append([
            i.code, i.naam, i.familie, i.eenheid, i.definitie, i.teller_omschrijving,
            i.noemer_omschrijving, i.beperkingen, i.reeksbreuken | join('; '),
            i.vragen | join(', '), i.producten | join(', '), i.artikel, true, loop.index,
            cijfer.basis, cijfer.kenmerk or 'T', gevoelig | length > 0
        ]) -%}
    {%- endfor -%}
    {%- for n in register().niet_geleverd -%}
        {%- do rijen.append([
            'niet_geleverd_' ~ loop.index, n.onderwerp, 'niet_geleverd', none, n.toelichting, '',
            '', 'Niet beschikbaar onder dit protocol.', '', n.vragen | join(', '), '', n.artikel,
            false, 1000 + loop.index, none, none, false
        ]) -%}
    {%- endfor -%}
{%- endif -%}
{{ return(rijen) }}
{% endmacro %}
