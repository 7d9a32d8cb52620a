-- 54kqnt72q50h2sme8gnymq6bv4.Qktk8781GRXlTrvq5O7Yh6OfRUWzFhIFem2O5Bmn558
CREATE TABLE meta ( only INTEGER PRIMARY KEY CHECK (only = 1), schema INTEGER NOT NULL, workspace TEXT NOT NULL, name TEXT NOT NULL, slug TEXT NOT NULL, key TEXT NOT NULL, policy TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, created_at INTEGER NOT NULL )
CREATE TABLE rec ( id TEXT PRIMARY KEY, kind TEXT NOT NULL, seq INTEGER NOT NULL UNIQUE, gone INTEGER NOT NULL, steward TEXT, touch TEXT, data TEXT NOT NULL ) WITHOUT ROWID
CREATE INDEX rec_steward ON rec (steward) WHERE steward IS NOT NULL
CREATE INDEX rec_touch ON rec (touch) WHERE touch IS NOT NULL
CREATE TABLE member ( id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL, status TEXT NOT NULL, manager TEXT, department TEXT, view INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE device ( id TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, member TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL, reason TEXT, nonce TEXT, epoch INTEGER NOT NULL, last TEXT, operations INTEGER NOT NULL, joined_at INTEGER NOT NULL, seen_at INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE invitation ( id TEXT PRIMARY KEY, secret TEXT NOT NULL UNIQUE, member TEXT NOT NULL, state TEXT NOT NULL, expires_at INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE applied ( device TEXT NOT NULL, position INTEGER NOT NULL, outcomes TEXT NOT NULL, PRIMARY KEY (device, position) ) WITHOUT ROWID
CREATE TABLE touch_key ( key TEXT NOT NULL, touch TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (key, touch) ) WITHOUT ROWID
CREATE TABLE touch_apart ( one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (one, other) ) WITHOUT ROWID
CREATE TABLE touch_withheld ( key TEXT NOT NULL, at INTEGER NOT NULL, strong TEXT, PRIMARY KEY (key, at) ) WITHOUT ROWID
CREATE TABLE ticket ( secret TEXT PRIMARY KEY, device TEXT NOT NULL, epoch INTEGER NOT NULL, expires_at INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE quarantine ( device TEXT NOT NULL, operation TEXT NOT NULL, member TEXT NOT NULL, at INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (device, operation) ) WITHOUT ROWID
CREATE TABLE audit ( number INTEGER PRIMARY KEY, at INTEGER NOT NULL, member TEXT, device TEXT, action TEXT NOT NULL, subject TEXT, before TEXT, after TEXT )
INSERT INTO meta VALUES (1, 1, '54kqnt72q50h2sme8gnymq6bv4', 'Tidewater Tools', 'tidewater', 'qP2qKRss_N_t_zKnyrnmUWtxtKjYRVRJqev5BHqygFU', 'qc9fpvstkhvzye8qgnhz3he254', 1, 18, 1795316483137)
INSERT INTO rec VALUES ('31zp590fbykh65c1yc96s58qkm', 'touch', 13, 0, null, '4tgpgqgw1sx1dhrnhr011w643g', '{"fact":{"channel":"email","direction":"in","at":1795348801000,"precision":"minute","subject":"Offer 1042","people":[],"accounts":[],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":null},"decided":{"link":"4tgpgqgw1sx1dhrnhr011w643g","witness":"9shzd9v1xaswbfk7qpw2xqg72g","withdrawn":false}}')
INSERT INTO rec VALUES ('4tgpgqgw1sx1dhrnhr011w643g', 'touch', 10, 0, null, null, '{"fact":{"channel":"email","direction":"in","at":1795348800000,"precision":"minute","subject":"Offer 1042","people":[{"person":"c53n0jg5zjhby742y2ps95jwcc","role":"from"}],"accounts":["8b1n2m8yx6y9sp9y9b85ta9aj4"],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":"envelope00000000000000000000000000000000000"},"decided":{"link":null,"witness":"nv1w2y5t67f7bg00htxmg6yfc8","withdrawn":false}}')
INSERT INTO rec VALUES ('6jzmjb56tjyd797sdjhq7dev34', 'sighting', 11, 0, null, '4tgpgqgw1sx1dhrnhr011w643g', '{"fact":{"subject":{"kind":"person","id":"c53n0jg5zjhby742y2ps95jwcc"},"touch":"4tgpgqgw1sx1dhrnhr011w643g","source":{"origin":"https://mail.tidewater.test","title":null,"path":null},"seenAt":1795348800000,"reader":{"id":"roundcube","version":1},"read":{"name":"Ines Gull","emails":["ines@gull.example"]},"sure":0.9},"decided":{"witness":"nv1w2y5t67f7bg00htxmg6yfc8"}}')
INSERT INTO rec VALUES ('7grarh26k1f7rvgd8vme7b5thw', 'member', 3, 0, null, null, '{"fact":{"name":"Vera Novak","role":"admin","status":"active","manager":null,"department":null}}')
INSERT INTO rec VALUES ('8b1n2m8yx6y9sp9y9b85ta9aj4', 'account', 17, 0, null, null, '{"fields":{"name":{"value":"Gull & Daughters","stamp":"01a201338460-0000-test","rank":"page"}},"sets":{"domains":{"gull.example":["01a201338460-0000-test"]}},"decided":{"steward":null,"stewardSince":1795316483187,"stewardWhy":"departure","capturedBy":"nv1w2y5t67f7bg00htxmg6yfc8"}}')
INSERT INTO rec VALUES ('9shzd9v1xaswbfk7qpw2xqg72g', 'member', 7, 0, null, null, '{"fact":{"name":"Amira Haddad","role":"rep","status":"active","manager":null,"department":null}}')
INSERT INTO rec VALUES ('c53n0jg5zjhby742y2ps95jwcc', 'person', 9, 0, null, null, '{"fields":{"name":{"value":"Ines Gull","stamp":"01a201338460-0000-test","rank":"page"}},"sets":{"emails":{"ines@gull.example":["01a201338460-0000-test"]}},"decided":{}}')
INSERT INTO rec VALUES ('ej94h25jyff1rhyck8vxt8whmc', 'touch', 15, 1, null, null, '{}')
INSERT INTO rec VALUES ('fqxxw68q6j4wtez4vznj7qw4sw', 'member', 18, 0, null, null, '{"fact":{"name":"Nils Deputy","role":"admin","status":"invited","manager":null,"department":null}}')
INSERT INTO rec VALUES ('nv1w2y5t67f7bg00htxmg6yfc8', 'member', 16, 0, null, null, '{"fact":{"name":"Jonas Weber","role":"rep","status":"departed","manager":null,"department":null}}')
INSERT INTO rec VALUES ('qc9fpvstkhvzye8qgnhz3he254', 'policy', 1, 0, null, null, '{"fact":{"ownDomains":["tidewater.test"],"never":{"addresses":[],"domains":[],"sites":[]},"freemail":{"also":[],"not":[]},"keepSubject":true,"keepPath":false}}')
INSERT INTO member VALUES ('7grarh26k1f7rvgd8vme7b5thw', 'vera.novak@tidewater.test', 'Vera Novak', 'admin', 'active', null, null, 1)
INSERT INTO member VALUES ('9shzd9v1xaswbfk7qpw2xqg72g', 'amira.haddad@tidewater.test', 'Amira Haddad', 'rep', 'active', null, null, 1)
INSERT INTO member VALUES ('fqxxw68q6j4wtez4vznj7qw4sw', 'nils.deputy@tidewater.test', 'Nils Deputy', 'admin', 'invited', null, null, 1)
INSERT INTO member VALUES ('nv1w2y5t67f7bg00htxmg6yfc8', 'jonas.weber@tidewater.test', 'Jonas Weber', 'rep', 'departed', null, null, 1)
INSERT INTO device VALUES ('fyh41dde6ja4myare569karmw0', 'c722016e9dccdadcbb03abf899a718aced2ab69784e460eae4f67d150f8f8ca3', '7grarh26k1f7rvgd8vme7b5thw', 'Laptop', 'active', null, null, 1, null, 0, 1795316483146, 1795316483146)
INSERT INTO device VALUES ('n3r4wx44daw1dbfrnj38da6pxc', 'c01003c5f4914e1800c5dd87dab4ab0e3379f15df692deae3ab571e586d09ebf', '9shzd9v1xaswbfk7qpw2xqg72g', 'Laptop', 'active', null, null, 1, 'vptpt4wjgm3vda1t2paasqge14', 3, 1795316483162, 1795316483182)
INSERT INTO device VALUES ('sfsgg19rwbty01dc56700qr47c', '24ef73d7610bb7784dc6a64d1683b94a77a8b44e3e62d90498b6e6d689fe6ed7', 'nv1w2y5t67f7bg00htxmg6yfc8', 'Laptop', 'revoked', 'departed', 'Kb6UAAlGH6Me_0xKxWdTHA', 2, 'zjsegqs94z3hb0cwd0n94szwec', 2, 1795316483155, 1795316483168)
INSERT INTO invitation VALUES ('a12ymsg6812bzq5qtzmz40jhx8', '33984355d629d74ba7c29f60955d1821804ee326de003a075178f914d608d665', 'fqxxw68q6j4wtez4vznj7qw4sw', 'open', 1795921283201)
INSERT INTO invitation VALUES ('mwhgs0b6a7pz10xj84rdnpafgw', '7210eaf2d20b0d5d29c85273b65d1c6e9446be223b0fb639c21062484cfffb6d', '7grarh26k1f7rvgd8vme7b5thw', 'used', 1795921283137)
INSERT INTO invitation VALUES ('tzz8mjbqv3e7aqbxzqwpp5pnqm', '79b07fa3e072550291aa25e5624d982c4cb88d48475bb4b090664fff78f3cd0b', '9shzd9v1xaswbfk7qpw2xqg72g', 'used', 1795921283158)
INSERT INTO invitation VALUES ('x31sy8z67n20x3zj5mm394ja1g', '15a8d169f99bc3388d1e339c13e66de1ec95c5a04d63bcbf2d2f75ac6543b89e', 'nv1w2y5t67f7bg00htxmg6yfc8', 'used', 1795921283151)
INSERT INTO applied VALUES ('n3r4wx44daw1dbfrnj38da6pxc', 1, '[{"id":"3m3e8qq4jxks3mb6reyva8qn68","outcome":{"kind":"applied"}}]')
INSERT INTO applied VALUES ('n3r4wx44daw1dbfrnj38da6pxc', 2, '[{"id":"dpjb44zkkdys3rq8nsa38fj8y8","outcome":{"kind":"applied"}}]')
INSERT INTO applied VALUES ('n3r4wx44daw1dbfrnj38da6pxc', 3, '[{"id":"vptpt4wjgm3vda1t2paasqge14","outcome":{"kind":"applied"}}]')
INSERT INTO applied VALUES ('sfsgg19rwbty01dc56700qr47c', 2, '[{"id":"b2z3meyrtgpjw591wnyns1ee30","outcome":{"kind":"applied"}},{"id":"zjsegqs94z3hb0cwd0n94szwec","outcome":{"kind":"rejected","reason":"bad-value"}}]')
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', '31zp590fbykh65c1yc96s58qkm', 1795348801000)
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', '4tgpgqgw1sx1dhrnhr011w643g', 1795348800000)
INSERT INTO touch_key VALUES ('wenvelope00000000000000000000000000000000000', '4tgpgqgw1sx1dhrnhr011w643g', 1795348800000)
INSERT INTO touch_withheld VALUES ('sprivate000000000000000000000000000000000000', 0, 'private000000000000000000000000000000000000')
INSERT INTO ticket VALUES ('ddc0bd9f60b02f502b2ab5021c27cebfe05898a8090fcb936d4e816cee6685e2', 'n3r4wx44daw1dbfrnj38da6pxc', 1, 1795316513199)
INSERT INTO quarantine VALUES ('sfsgg19rwbty01dc56700qr47c', 'djxatd7125ywxqghxjy1sfv0y0', 'nv1w2y5t67f7bg00htxmg6yfc8', 1795316483195, '{"type":"write","id":"djxatd7125ywxqghxjy1sfv0y0","stamp":"01a20320a200-0000-test","changes":[{"on":"person","id":"7z0x6x329dx27ee971cjd2k8wr","rank":"page","set":{"name":"Ines Gull"}}]}')
INSERT INTO audit VALUES (1, 1795316483137, null, null, 'create-workspace', '54kqnt72q50h2sme8gnymq6bv4', null, '{"name":"Tidewater Tools","slug":"tidewater"}')
INSERT INTO audit VALUES (2, 1795316483146, '7grarh26k1f7rvgd8vme7b5thw', 'fyh41dde6ja4myare569karmw0', 'join', 'fyh41dde6ja4myare569karmw0', null, null)
INSERT INTO audit VALUES (3, 1795316483151, '7grarh26k1f7rvgd8vme7b5thw', 'fyh41dde6ja4myare569karmw0', 'invite', 'nv1w2y5t67f7bg00htxmg6yfc8', null, '{"invitation":"x31sy8z67n20x3zj5mm394ja1g","role":"rep"}')
INSERT INTO audit VALUES (4, 1795316483155, 'nv1w2y5t67f7bg00htxmg6yfc8', 'sfsgg19rwbty01dc56700qr47c', 'join', 'sfsgg19rwbty01dc56700qr47c', null, null)
INSERT INTO audit VALUES (5, 1795316483158, '7grarh26k1f7rvgd8vme7b5thw', 'fyh41dde6ja4myare569karmw0', 'invite', '9shzd9v1xaswbfk7qpw2xqg72g', null, '{"invitation":"tzz8mjbqv3e7aqbxzqwpp5pnqm","role":"rep"}')
INSERT INTO audit VALUES (6, 1795316483162, '9shzd9v1xaswbfk7qpw2xqg72g', 'n3r4wx44daw1dbfrnj38da6pxc', 'join', 'n3r4wx44daw1dbfrnj38da6pxc', null, null)
INSERT INTO audit VALUES (7, 1795316483182, '9shzd9v1xaswbfk7qpw2xqg72g', 'n3r4wx44daw1dbfrnj38da6pxc', 'withdraw-touch', 'ej94h25jyff1rhyck8vxt8whmc', null, '{"erased":true}')
INSERT INTO audit VALUES (8, 1795316483187, '7grarh26k1f7rvgd8vme7b5thw', 'fyh41dde6ja4myare569karmw0', 'depart', 'nv1w2y5t67f7bg00htxmg6yfc8', '{"status":"active"}', '{"status":"departed","successor":null,"accounts":["8b1n2m8yx6y9sp9y9b85ta9aj4"],"reports":[]}')
INSERT INTO audit VALUES (9, 1795316483195, 'nv1w2y5t67f7bg00htxmg6yfc8', 'sfsgg19rwbty01dc56700qr47c', 'hand-in', 'sfsgg19rwbty01dc56700qr47c', null, '{"operations":1}')
INSERT INTO audit VALUES (10, 1795316483201, '7grarh26k1f7rvgd8vme7b5thw', 'fyh41dde6ja4myare569karmw0', 'invite', 'fqxxw68q6j4wtez4vznj7qw4sw', null, '{"invitation":"a12ymsg6812bzq5qtzmz40jhx8","role":"admin"}')
