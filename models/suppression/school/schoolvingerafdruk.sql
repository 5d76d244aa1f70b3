-- One hash of all that schools are shown: with it, the number of a release says of them too that it
-- is the same release. It tells nothing of any school.
with

cijfers as (
    select
        cellen.cel_id,
        if(besluiten.status is null, cellen.aantal, null) as aantal
    from {{ ref('schoolcellen') }} as cellen
    inner join {{ ref('schoolbesluiten') }} as besluiten on cellen.cel_id = besluiten.cel_id
    where cellen.zichtbaar
),

vergelijking as (
    select
        instellingsnummer,
        schooljaar,
        meetmoment,
        indicator,
        concat_ws('|', instellingsnummer, schooljaar, meetmoment, indicator, waarde) as regel
    from {{ ref('schoolvergelijking') }}
),

eigen as (
    select md5(string_agg(concat_ws('|', cel_id, aantal), ',' order by cel_id)) as afdruk
    from cijfers
),

andere as (
    select
        md5(coalesce(
            string_agg(regel, ',' order by instellingsnummer, schooljaar, meetmoment, indicator), ''
        )) as afdruk
    from vergelijking
)

select md5(concat_ws('|', eigen.afdruk, andere.afdruk)) as vingerafdruk
from eigen
cross join andere
