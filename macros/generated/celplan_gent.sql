{#- Generated from protocols/gent.yml by `leerloopbaan protocol generate`: do not edit. -#}
{% macro celplan_gent() %}
{{ return({
"persoonssleutel": [
 "leerling_id"
],
"tabellen": [
 [0, "populatie", "totaal", "totaal"],
 [1, "populatie", "geslacht", "totaal"],
 [2, "populatie", "thuistaal", "totaal"],
 [3, "stad", "totaal", "totaal"],
 [4, "stad", "geslacht", "totaal"],
 [5, "stad", "thuistaal", "totaal"],
 [6, "deelgemeente", "totaal", "totaal"],
 [7, "deelgemeente", "geslacht", "totaal"],
 [8, "wijk", "totaal", "totaal"]
],
"uitsplitsingen": [
 {"code": "geslacht", "sql": "case when geslacht in ('M') then 'm' when geslacht in ('V', 'X') then 'v_x' end"},
 {"code": "thuistaal", "sql": "case when thuistaal in ('niet_nederlands') then 'niet_nederlands' when thuistaal in ('nederlands') then 'nederlands' end"}
],
"feiten": [
 {"feit": "leerling", "plaats": "school", "tabellen": [0, 1, 2, 3, 4, 5, 6, 7, 8], "metingen": [{"basis": "leerling", "kenmerk": "T", "filter": "true", "rest": [], "gevoelig": false, "zichtbaar": true, "tabellen": [0, 1, 2, 3, 4, 5, 6, 7, 8]}, {"basis": "leerling.okan_leerlingen", "kenmerk": "T", "filter": "(hoofdstructuur_code = '311')", "rest": [], "gevoelig": false, "zichtbaar": true, "tabellen": [0, 3]}, {"basis": "leerling", "kenmerk": "buiten:leerling.okan_leerlingen", "filter": "", "rest": [0, 1], "gevoelig": false, "zichtbaar": false, "tabellen": [0, 3]}, {"basis": "leerling.okan_leerlingen", "kenmerk": "okan_leerlingen", "filter": "((hoofdstructuur_code = '311')) and (is_okan)", "rest": [], "gevoelig": true, "zichtbaar": true, "tabellen": [0, 3]}, {"basis": "leerling.okan_leerlingen", "kenmerk": "!okan_leerlingen", "filter": "", "rest": [1, 3], "gevoelig": true, "zichtbaar": true, "tabellen": [0, 3]}]}
],
"indicatoren": [
 {"indicator": "leerlingen", "basis": "leerling", "kenmerk": "", "meetmomenten": ["01/02"], "tabellen": [0, 1, 2, 3, 4, 5, 6, 7, 8]},
 {"indicator": "okan_leerlingen", "basis": "leerling.okan_leerlingen", "kenmerk": "okan_leerlingen", "meetmomenten": ["01/02"], "tabellen": [0, 3]}
],
"onmogelijk": [

]
}) }}
{% endmacro %}
