-- evmmkhezsxj5fpqs0tbvbtym8r.8vaWDPKD20LQySHc5GjA2vEBbDqf9J82H3uipujwEkA
CREATE TABLE meta ( only INTEGER PRIMARY KEY CHECK (only = 1), schema INTEGER NOT NULL, workspace TEXT NOT NULL, name TEXT NOT NULL, slug TEXT NOT NULL, key TEXT NOT NULL, policy TEXT NOT NULL, epoch INTEGER NOT NULL, created_at INTEGER NOT NULL , floor INTEGER NOT NULL DEFAULT 0)
CREATE TABLE member ( id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL, status TEXT NOT NULL, manager TEXT, department TEXT, view INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE device ( id TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, member TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL, reason TEXT, nonce TEXT, epoch INTEGER NOT NULL, last TEXT, operations INTEGER NOT NULL, joined_at INTEGER NOT NULL, seen_at INTEGER NOT NULL , boot INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID
CREATE TABLE invitation ( id TEXT PRIMARY KEY, secret TEXT NOT NULL UNIQUE, member TEXT NOT NULL, state TEXT NOT NULL, expires_at INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE applied ( device TEXT NOT NULL, position INTEGER NOT NULL, outcomes TEXT NOT NULL, PRIMARY KEY (device, position) ) WITHOUT ROWID
CREATE TABLE touch_key ( key TEXT NOT NULL, touch TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (key, touch) ) WITHOUT ROWID
CREATE TABLE touch_apart ( one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (one, other) ) WITHOUT ROWID
CREATE TABLE touch_withheld ( key TEXT NOT NULL, at INTEGER NOT NULL, strong TEXT, PRIMARY KEY (key, at) ) WITHOUT ROWID
CREATE TABLE ticket ( secret TEXT PRIMARY KEY, device TEXT NOT NULL, epoch INTEGER NOT NULL, expires_at INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE quarantine ( device TEXT NOT NULL, operation TEXT NOT NULL, member TEXT NOT NULL, at INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (device, operation) ) WITHOUT ROWID
CREATE TABLE audit ( number INTEGER PRIMARY KEY, at INTEGER NOT NULL, member TEXT, device TEXT, action TEXT NOT NULL, subject TEXT, before TEXT, after TEXT )
CREATE TABLE merge_link ( pair TEXT PRIMARY KEY, kind TEXT NOT NULL, keep TEXT NOT NULL, other TEXT NOT NULL, number INTEGER NOT NULL UNIQUE ) WITHOUT ROWID
CREATE INDEX merge_link_keep ON merge_link (keep)
CREATE INDEX merge_link_other ON merge_link (other)
CREATE TABLE person_email ( email TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (email, person) ) WITHOUT ROWID
CREATE TABLE yield ( day INTEGER NOT NULL, device TEXT NOT NULL, reader TEXT NOT NULL, version INTEGER NOT NULL, seen INTEGER NOT NULL, read INTEGER NOT NULL, partly INTEGER NOT NULL, refused INTEGER NOT NULL, opened INTEGER NOT NULL, used INTEGER NOT NULL, PRIMARY KEY (day, device, reader, version) ) WITHOUT ROWID
CREATE TABLE "rec" ( id TEXT PRIMARY KEY, kind TEXT NOT NULL, seq INTEGER NOT NULL, gone INTEGER NOT NULL, steward TEXT, touch TEXT, hidden TEXT, data TEXT NOT NULL ) WITHOUT ROWID
CREATE INDEX rec_steward ON rec (steward) WHERE steward IS NOT NULL
CREATE INDEX rec_touch ON rec (touch) WHERE touch IS NOT NULL
CREATE INDEX rec_hidden ON rec (hidden) WHERE hidden IS NOT NULL
CREATE INDEX rec_gone ON rec (seq) WHERE gone > 0
CREATE TABLE log ( seq INTEGER PRIMARY KEY, n INTEGER NOT NULL, live INTEGER NOT NULL, entries INTEGER NOT NULL, ids TEXT NOT NULL )
CREATE TABLE grave ( id TEXT PRIMARY KEY, kind TEXT NOT NULL ) WITHOUT ROWID
INSERT INTO meta VALUES (1, 4, 'evmmkhezsxj5fpqs0tbvbtym8r', 'Tidewater Tools', 'tidewater', '619k-z5x_3NKCQtGba62GOvg0mwNXK7zvnRBvQ4YXKs', 'm91bzyxeph3mht4xff9zhph1k0', 1, 1795341199448, 0)
INSERT INTO member VALUES ('329v2x3jtse5mcwbw0trhnmds8', 'jonas.weber@tidewater.test', 'Jonas Weber', 'rep', 'departed', null, null, 1)
INSERT INTO member VALUES ('g0fh7e74cynxbdtd1txdkzvm7g', 'amira.haddad@tidewater.test', 'Amira Haddad', 'rep', 'active', null, null, 1)
INSERT INTO member VALUES ('jy0kxc65a8tgyedyhpcp5d2jzc', 'vera.novak@tidewater.test', 'Vera Novak', 'admin', 'active', null, null, 1)
INSERT INTO member VALUES ('m6et5effvmnc8rm73jkg9fk0cc', 'nils.deputy@tidewater.test', 'Nils Deputy', 'admin', 'invited', null, null, 1)
INSERT INTO device VALUES ('34j0d8z3tpgc42qfezym4sbfk4', 'bedf96a119e491e2edfa3c1f15417cc8be69ff846809dfcab927f274cf9c8f43', 'g0fh7e74cynxbdtd1txdkzvm7g', 'Laptop', 'active', null, null, 1, 'nqh4j0vry4swfyc6xx1dz5sbx8', 3, 1795341199633, 1795341199855, 0)
INSERT INTO device VALUES ('j5eb7de1x1x6e77tk8pd4pm3y0', '24802121e1860aebb673d38da50e66a16f9552c5b8cf46e9c16c4f73bb63bd72', '329v2x3jtse5mcwbw0trhnmds8', 'Laptop', 'revoked', 'departed', '2tglp94zq3_cgx0r8ExGvg', 2, '0n6dwmg5df0xs00hqwhnkcsear', 3, 1795341199524, 1795341199669, 0)
INSERT INTO device VALUES ('wztq8n9rbvef9feq3r7zvfrvhg', '9e93be44d498d3fdf3514bfa3dfcbf009214e5ea13bf25d11d4afa5d0e1140fb', 'jy0kxc65a8tgyedyhpcp5d2jzc', 'Laptop', 'active', null, null, 1, null, 0, 1795341199505, 1795341199505, 0)
INSERT INTO invitation VALUES ('1y427tttgbd4xz07jzkdc0mjn0', '1e7f5aaa066090dd57387bb8bd3ed6bd263dcdc6e9ede64ce6a914b9e806b1f3', 'jy0kxc65a8tgyedyhpcp5d2jzc', 'used', 1795945999448)
INSERT INTO invitation VALUES ('2fctxwr7kb6388q249s4m4nwbm', '6bb4662afb7cdceceeefa023bb607b1a71f626ce2f56abc110c54bd6a98a0b54', 'g0fh7e74cynxbdtd1txdkzvm7g', 'used', 1795945999535)
INSERT INTO invitation VALUES ('3xqrjtw7at8q9aakc5txpbfgfm', 'd2bee0f5818ff3188b984043797ecc14259cfdb3c3e04128b20e6191849ff2c6', 'm6et5effvmnc8rm73jkg9fk0cc', 'open', 1795945999912)
INSERT INTO invitation VALUES ('8mpg4hcngen57sfvhvqf7j0ce8', '24910f34e43d0a40bed036451355ca436473be9f114334c12c68b98e2feab757', '329v2x3jtse5mcwbw0trhnmds8', 'used', 1795945999517)
INSERT INTO applied VALUES ('34j0d8z3tpgc42qfezym4sbfk4', 1, '{"ids":["whcy19z9cd2f5zssygjcdfvm80","4fhj8tyge43h07rvj4gn1hbzfw","nqh4j0vry4swfyc6xx1dz5sbx8"],"except":{}}')
INSERT INTO applied VALUES ('j5eb7de1x1x6e77tk8pd4pm3y0', 3, '{"ids":["2kqavaaxtx0kqejp26v61g500r","9zmhss4a2kzrznra7bsnwh3gw4","0n6dwmg5df0xs00hqwhnkcsear"],"except":{"2":{"kind":"rejected","reason":"bad-value"}}}')
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', 'f5qgqtdaqfvqrkb0se0zqp5bym', 1795348801000)
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', 'pwrgmqmkhbp1m6neyye94h7fv4', 1795348800000)
INSERT INTO touch_key VALUES ('wenvelope00000000000000000000000000000000000', 'pwrgmqmkhbp1m6neyye94h7fv4', 1795348800000)
INSERT INTO touch_withheld VALUES ('sprivate000000000000000000000000000000000000', 0, 'private000000000000000000000000000000000000')
INSERT INTO ticket VALUES ('6199efe84bce8029590d3e30b967015878da4e4420fe8335536bf6f3dc6b6b7b', '34j0d8z3tpgc42qfezym4sbfk4', 1, 1795341229904)
INSERT INTO quarantine VALUES ('j5eb7de1x1x6e77tk8pd4pm3y0', 'begccb3n4fm4fr912dxqwsz0nm', '329v2x3jtse5mcwbw0trhnmds8', 1795341199894, '{"type":"write","id":"begccb3n4fm4fr912dxqwsz0nm","stamp":"01a20320a200-0000-test","changes":[{"on":"person","id":"et9cwmhq40psnmn9xea2a4qg88","rank":"page","set":{"name":"Ines Gull"}}]}')
INSERT INTO audit VALUES (1, 1795341199448, null, null, 'create-workspace', 'evmmkhezsxj5fpqs0tbvbtym8r', null, '{"name":"Tidewater Tools","slug":"tidewater"}')
INSERT INTO audit VALUES (2, 1795341199505, 'jy0kxc65a8tgyedyhpcp5d2jzc', 'wztq8n9rbvef9feq3r7zvfrvhg', 'join', 'wztq8n9rbvef9feq3r7zvfrvhg', null, null)
INSERT INTO audit VALUES (3, 1795341199517, 'jy0kxc65a8tgyedyhpcp5d2jzc', 'wztq8n9rbvef9feq3r7zvfrvhg', 'invite', '329v2x3jtse5mcwbw0trhnmds8', null, '{"invitation":"8mpg4hcngen57sfvhvqf7j0ce8","role":"rep"}')
INSERT INTO audit VALUES (4, 1795341199524, '329v2x3jtse5mcwbw0trhnmds8', 'j5eb7de1x1x6e77tk8pd4pm3y0', 'join', 'j5eb7de1x1x6e77tk8pd4pm3y0', null, null)
INSERT INTO audit VALUES (5, 1795341199535, 'jy0kxc65a8tgyedyhpcp5d2jzc', 'wztq8n9rbvef9feq3r7zvfrvhg', 'invite', 'g0fh7e74cynxbdtd1txdkzvm7g', null, '{"invitation":"2fctxwr7kb6388q249s4m4nwbm","role":"rep"}')
INSERT INTO audit VALUES (6, 1795341199633, 'g0fh7e74cynxbdtd1txdkzvm7g', '34j0d8z3tpgc42qfezym4sbfk4', 'join', '34j0d8z3tpgc42qfezym4sbfk4', null, null)
INSERT INTO audit VALUES (7, 1795341199669, '329v2x3jtse5mcwbw0trhnmds8', 'j5eb7de1x1x6e77tk8pd4pm3y0', 'merge-records', 'dv2qyz29743h3gc5a5mv1e5kg9', 'null', '{"of":"person","keep":"rxavdwc5y09r3eb037h3jnxfqr","other":"zxmw8gw0crbym5jecnytxdg66g","verdict":"same","reasons":["same-email"],"automatic":true,"by":"329v2x3jtse5mcwbw0trhnmds8","at":1795341199669,"number":1}')
INSERT INTO audit VALUES (8, 1795341199855, 'g0fh7e74cynxbdtd1txdkzvm7g', '34j0d8z3tpgc42qfezym4sbfk4', 'withdraw-touch', 'z3bzete49zg7trtfe9tbebqt5w', null, '{"erased":true}')
INSERT INTO audit VALUES (9, 1795341199877, 'jy0kxc65a8tgyedyhpcp5d2jzc', 'wztq8n9rbvef9feq3r7zvfrvhg', 'depart', '329v2x3jtse5mcwbw0trhnmds8', '{"status":"active"}', '{"status":"departed","successor":null,"accounts":1,"reports":[]}')
INSERT INTO audit VALUES (10, 1795341199877, 'jy0kxc65a8tgyedyhpcp5d2jzc', 'wztq8n9rbvef9feq3r7zvfrvhg', 'depart-accounts', '329v2x3jtse5mcwbw0trhnmds8', '["e2cxxamk6v74kq6ba6fna4ynb8"]', '{"successor":null}')
INSERT INTO audit VALUES (11, 1795341199894, '329v2x3jtse5mcwbw0trhnmds8', 'j5eb7de1x1x6e77tk8pd4pm3y0', 'hand-in', 'j5eb7de1x1x6e77tk8pd4pm3y0', null, '{"operations":1}')
INSERT INTO audit VALUES (12, 1795341199912, 'jy0kxc65a8tgyedyhpcp5d2jzc', 'wztq8n9rbvef9feq3r7zvfrvhg', 'invite', 'm6et5effvmnc8rm73jkg9fk0cc', null, '{"invitation":"3xqrjtw7at8q9aakc5txpbfgfm","role":"admin"}')
INSERT INTO merge_link VALUES ('dv2qyz29743h3gc5a5mv1e5kg9', 'person', 'rxavdwc5y09r3eb037h3jnxfqr', 'zxmw8gw0crbym5jecnytxdg66g', 1)
INSERT INTO person_email VALUES ('ines@gull.example', 'rxavdwc5y09r3eb037h3jnxfqr')
INSERT INTO person_email VALUES ('ines@gull.example', 'zxmw8gw0crbym5jecnytxdg66g')
INSERT INTO yield VALUES (20779, 'j5eb7de1x1x6e77tk8pd4pm3y0', 'roundcube', 1, 10, 9, 1, 0, 2, 1)
INSERT INTO rec VALUES ('0yzhbneht756sapshk5ab1ts9g', 'sighting', 7, 0, null, 'pwrgmqmkhbp1m6neyye94h7fv4', null, '{"fact":{"subject":{"kind":"person","id":"zxmw8gw0crbym5jecnytxdg66g"},"touch":"pwrgmqmkhbp1m6neyye94h7fv4","source":{"origin":"https://mail.tidewater.test","title":null,"path":null},"seenAt":1795348800000,"reader":{"id":"roundcube","version":1},"read":{"name":"Ines Gull","emails":["ines@gull.example"]},"sure":0.9},"decided":{"witness":"329v2x3jtse5mcwbw0trhnmds8"}}')
INSERT INTO rec VALUES ('329v2x3jtse5mcwbw0trhnmds8', 'member', 11, 0, null, null, null, '{"fact":{"name":"Jonas Weber","role":"rep","status":"departed","manager":null,"department":null}}')
INSERT INTO rec VALUES ('dv2qyz29743h3gc5a5mv1e5kg9', 'pair', 7, 0, null, null, null, '{"fact":{"of":"person","keep":"rxavdwc5y09r3eb037h3jnxfqr","other":"zxmw8gw0crbym5jecnytxdg66g","verdict":"same","reasons":["same-email"],"automatic":true,"by":"329v2x3jtse5mcwbw0trhnmds8","at":1795341199669,"number":1}}')
INSERT INTO rec VALUES ('e2cxxamk6v74kq6ba6fna4ynb8', 'account', 11, 0, null, null, null, '["01a202aca935-0000-test",0,{"name":"Gull & Daughters"},{"domains":["gull.example"]},{"decided":{"steward":null,"stewardSince":1795341199877,"stewardWhy":"departure","capturedBy":"329v2x3jtse5mcwbw0trhnmds8"}}]')
INSERT INTO rec VALUES ('f5qgqtdaqfvqrkb0se0zqp5bym', 'touch', 8, 0, null, 'pwrgmqmkhbp1m6neyye94h7fv4', null, '{"fact":{"channel":"email","direction":"in","at":1795348801000,"precision":"minute","subject":"Offer 1042","people":[],"accounts":[],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":null},"decided":{"link":"pwrgmqmkhbp1m6neyye94h7fv4","witness":"g0fh7e74cynxbdtd1txdkzvm7g","withdrawn":false}}')
INSERT INTO rec VALUES ('g0fh7e74cynxbdtd1txdkzvm7g', 'member', 6, 0, null, null, null, '{"fact":{"name":"Amira Haddad","role":"rep","status":"active","manager":null,"department":null}}')
INSERT INTO rec VALUES ('jy0kxc65a8tgyedyhpcp5d2jzc', 'member', 2, 0, null, null, null, '{"fact":{"name":"Vera Novak","role":"admin","status":"active","manager":null,"department":null}}')
INSERT INTO rec VALUES ('m6et5effvmnc8rm73jkg9fk0cc', 'member', 12, 0, null, null, null, '{"fact":{"name":"Nils Deputy","role":"admin","status":"invited","manager":null,"department":null}}')
INSERT INTO rec VALUES ('m91bzyxeph3mht4xff9zhph1k0', 'policy', 1, 0, null, null, null, '{"fact":{"ownDomains":["tidewater.test"],"never":{"addresses":[],"domains":[],"sites":[]},"freemail":{"also":[],"not":[]},"keepSubject":true,"keepPath":false}}')
INSERT INTO rec VALUES ('pwrgmqmkhbp1m6neyye94h7fv4', 'touch', 7, 0, null, null, null, '{"fact":{"channel":"email","direction":"in","at":1795348800000,"precision":"minute","subject":"Offer 1042","people":[{"person":"zxmw8gw0crbym5jecnytxdg66g","role":"from"}],"accounts":["e2cxxamk6v74kq6ba6fna4ynb8"],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":"envelope00000000000000000000000000000000000"},"decided":{"link":null,"witness":"329v2x3jtse5mcwbw0trhnmds8","withdrawn":false}}')
INSERT INTO rec VALUES ('rxavdwc5y09r3eb037h3jnxfqr', 'person', 7, 0, null, null, null, '["01a202aca935-0000-test",0,{"name":"I. Gull"},{"emails":["ines@gull.example"]},{"decided":{}}]')
INSERT INTO rec VALUES ('z3bzete49zg7trtfe9tbebqt5w', 'touch', 10, 20779, null, null, null, '{}')
INSERT INTO rec VALUES ('zxmw8gw0crbym5jecnytxdg66g', 'person', 7, 0, null, null, null, '["01a202aca935-0000-test",0,{"name":"Ines Gull"},{"emails":["ines@gull.example"]},{"decided":{}}]')
INSERT INTO log VALUES (1, 2, 2, 2, '["m91bzyxeph3mht4xff9zhph1k0","jy0kxc65a8tgyedyhpcp5d2jzc"]')
INSERT INTO log VALUES (2, 1, 2, 3, '["jy0kxc65a8tgyedyhpcp5d2jzc"]')
INSERT INTO log VALUES (3, 1, 3, 4, '["329v2x3jtse5mcwbw0trhnmds8"]')
INSERT INTO log VALUES (4, 1, 3, 5, '["329v2x3jtse5mcwbw0trhnmds8"]')
INSERT INTO log VALUES (5, 1, 4, 6, '["g0fh7e74cynxbdtd1txdkzvm7g"]')
INSERT INTO log VALUES (6, 1, 4, 7, '["g0fh7e74cynxbdtd1txdkzvm7g"]')
INSERT INTO log VALUES (7, 6, 10, 13, '["e2cxxamk6v74kq6ba6fna4ynb8","zxmw8gw0crbym5jecnytxdg66g","pwrgmqmkhbp1m6neyye94h7fv4","0yzhbneht756sapshk5ab1ts9g","rxavdwc5y09r3eb037h3jnxfqr","dv2qyz29743h3gc5a5mv1e5kg9"]')
INSERT INTO log VALUES (8, 1, 11, 14, '["f5qgqtdaqfvqrkb0se0zqp5bym"]')
INSERT INTO log VALUES (9, 1, 12, 15, '["z3bzete49zg7trtfe9tbebqt5w"]')
INSERT INTO log VALUES (10, 1, 11, 16, '["z3bzete49zg7trtfe9tbebqt5w"]')
INSERT INTO log VALUES (11, 2, 11, 18, '["329v2x3jtse5mcwbw0trhnmds8","e2cxxamk6v74kq6ba6fna4ynb8"]')
INSERT INTO log VALUES (12, 1, 12, 19, '["m6et5effvmnc8rm73jkg9fk0cc"]')
