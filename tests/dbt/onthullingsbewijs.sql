-- Blocks a release that is not proven: every certificate is checked with arithmetic only.
{{ config(severity='error') }}

{{ onthullingsbewijs(
    variabelen=ref('variabelen'),
    vergelijkingen=ref('vergelijkingen'),
    cel_variabelen=ref('cel_variabelen'),
    getuigen=ref('getuigen'),
    bewijzen=ref('bewijzen'),
    insiders=ref('insiders'),
    cellen=ref('cellen'),
    besluiten=ref('besluiten'),
    drempel=register().drempels.minimum_getoond - 1,
    nul_primair=register().drempels.nul_onderdrukken
) }}
