-- The start of the first AN enrolment lies in its school year (1 September to 31 August), and its
-- end not before its start. A warning: the dates are administrative (A-07). To resolve: report it
-- to the supplier as onnauwkeurig; only the number of rows is shown here.
{{ config(enabled=target.name == 'antwerpen', severity='warn') }}

select count(*) as aantal
from {{ ref('stg_antwerpen__deel_11a') }}
where
    an_inschrijfdatum not between
    make_date({{ startjaar('schooljaar') }}, 9, 1)
    and make_date({{ startjaar('schooljaar') }} + 1, 8, 31)
    or an_einddatum < an_inschrijfdatum
having count(*) > 0
