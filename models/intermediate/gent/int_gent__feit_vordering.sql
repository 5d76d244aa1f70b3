-- Delay and zittenblijven exactly as the ministry delivers them, so that its own method is used; a
-- method school has no leerjaren in the usual sense and leaves every denominator.
with

leerlingen as (
    select
        *,
        case when methode != 'methode' then jaren_schoolse_vordering end as jaren_vertraging,
        case
            when methode = 'methode' then null
            when is_zittenblijver = 'ja' then true
            when is_zittenblijver = 'nee' then false
        end as zittenblijver
    from {{ ref('int_gent__leerlingen') }}
    where meetmoment = '01/02'
)

select
    leerlingen.leerling_id,
    leerlingen.schooljaar,
    leerlingen.meetmoment,
    {{ gent_plaatskolommen('leerlingen', 'woon') }},
    {{ gent_kenmerkkolommen('leerlingen') }},
    leerlingen.jaren_vertraging,
    leerlingen.zittenblijver,
    case
        when leerlingen.jaren_vertraging < 0 then 'voorsprong'
        else {{ vertragingsklasse('leerlingen.jaren_vertraging') }}
    end as vertragingsklasse
from leerlingen
