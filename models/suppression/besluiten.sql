-- The one decision per cell. Nothing else leaves this layer.
{{ onthulling_deel('besluiten', ['cel_id', 'status', 'band']) }}
