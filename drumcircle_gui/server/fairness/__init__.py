"""Fairness: what members and strangers may cost the server, so that none of them delays another. Pure.

`token_bucket` limits a rate. `work` says what a message costs. `work_account` has the allowances of connections and
addresses, `turn_queue` the order in which connections are served, `pending_connections` those that have not joined,
`key_brake` the answers to wrong keys. `allowance_pool` makes an allowance outlive its holder.
"""
