-- What the succession of institutions explains away: steps that would have been school changes.
with

overstappen as (select * from {{ ref('int_antwerpen__overstappen') }})

select
    schooljaar,
    meetmoment,
    count(*) filter (where hernummering and not structureel) as hernummeringen,
    count(*) filter (where schoolwissel) as schoolwissels,
    count(*) filter (where beide_in_stad and not structureel) as paren
from overstappen
group by schooljaar, meetmoment
