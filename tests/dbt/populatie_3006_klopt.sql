-- Only pupils of 01/02 are in the figures of 30/06 (GNT:L184). To resolve: intake let a late
-- entrant pass; see its rule `niet_op_0102`.
{{ config(enabled=target.name == 'gent') }}

select
    schooljaar,
    zonder_0102
from {{ ref('kwaliteit_gent__populatie') }}
where zonder_0102 != 0
