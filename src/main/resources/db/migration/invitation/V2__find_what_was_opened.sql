create index invitation_event_opened on invitation_event (organization_id, invitation_id) where kind = 'OPENED';
