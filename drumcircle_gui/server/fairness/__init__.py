"""Fairness: limits what members and strangers may cost the server, so that none of them delays another. Pure.

`token_bucket` limits a rate. `work` estimates the cost of a message. `work_account` holds the allowances of connections
and addresses, `turn_queue` the order in which connections are served, `pending_connections` those that have not joined.
`key_brake` delays answers to wrong keys. `allowance_pool` keeps an allowance after its holder has left.
"""
