-- qjs7bk9b1w9s62gdy11qtt5m7g.qhpITrrAklVY0-1RgzX9AGy_7llD3VQ2R1RlzQUccPo
CREATE TABLE meta ( only INTEGER PRIMARY KEY CHECK (only = 1), schema INTEGER NOT NULL, workspace TEXT NOT NULL, name TEXT NOT NULL, slug TEXT NOT NULL, key TEXT NOT NULL, policy TEXT NOT NULL, epoch INTEGER NOT NULL, created_at INTEGER NOT NULL , floor INTEGER NOT NULL DEFAULT 0)
CREATE TABLE member ( id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL, status TEXT NOT NULL, manager TEXT, department TEXT, view INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE device ( id TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, member TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL, reason TEXT, nonce TEXT, epoch INTEGER NOT NULL, last TEXT, operations INTEGER NOT NULL, joined_at INTEGER NOT NULL, seen_at INTEGER NOT NULL , boot INTEGER NOT NULL DEFAULT 0, copied INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID
CREATE TABLE invitation ( id TEXT PRIMARY KEY, secret TEXT NOT NULL UNIQUE, member TEXT NOT NULL, state TEXT NOT NULL, expires_at INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE applied ( device TEXT NOT NULL, position INTEGER NOT NULL, outcomes TEXT NOT NULL, PRIMARY KEY (device, position) ) WITHOUT ROWID
CREATE TABLE touch_key ( key TEXT NOT NULL, touch TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (key, touch) ) WITHOUT ROWID
CREATE TABLE touch_apart ( one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (one, other) ) WITHOUT ROWID
CREATE TABLE touch_withheld ( key TEXT NOT NULL, at INTEGER NOT NULL, strong TEXT, PRIMARY KEY (key, at) ) WITHOUT ROWID
CREATE TABLE ticket ( secret TEXT PRIMARY KEY, device TEXT NOT NULL, epoch INTEGER NOT NULL, expires_at INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE quarantine ( device TEXT NOT NULL, operation TEXT NOT NULL, member TEXT NOT NULL, at INTEGER NOT NULL, data TEXT NOT NULL, private INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (device, operation) ) WITHOUT ROWID
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
CREATE TABLE restricted ( account TEXT PRIMARY KEY, steward TEXT, team TEXT NOT NULL ) WITHOUT ROWID
INSERT INTO meta VALUES (1, 7, 'qjs7bk9b1w9s62gdy11qtt5m7g', 'Tidewater Tools', 'tidewater', 'UC-9Cc-Yc-OtuPGg3Z3wRiEIsyf78r9wPedG9948sjI', '911kpzcsfsxkysrmstdpdcv3jm', 1, 1795355788200, 0)
INSERT INTO member VALUES ('8nbk4zk2w2e8gq8gs2qetstbbc', 'nils.deputy@tidewater.test', 'Nils Deputy', 'admin', 'invited', null, null, 1)
INSERT INTO member VALUES ('dzp276vty33jvb1v1a9zacnvhc', 'jonas.weber@tidewater.test', 'Jonas Weber', 'rep', 'departed', null, null, 1)
INSERT INTO member VALUES ('ke54nhqkad6y1j0qs018j8fxfm', 'vera.novak@tidewater.test', 'Vera Novak', 'admin', 'active', null, null, 1)
INSERT INTO member VALUES ('qf11fsjs1myrdvs905tfxae5hr', 'amira.haddad@tidewater.test', 'Amira Haddad', 'rep', 'active', null, null, 1)
INSERT INTO device VALUES ('f026magc8nb1aeyt35fgpw1ds4', '574ad178ad2dd553b54e9b2a13f9ff66406716a4a5166fb6fb5f4e625aad380c', 'qf11fsjs1myrdvs905tfxae5hr', 'Laptop', 'active', null, null, 1, 'eg1akpt9p5sxnjxdjc61mz5n3g', 3, 1795355788399, 1795355788484, 0, 0)
INSERT INTO device VALUES ('g0v1t6hsw851c1acsyt1vez2tw', 'fc98c03673647582e0c619019cea170a944099f393891492c5920598f3c523f3', 'dzp276vty33jvb1v1a9zacnvhc', 'Laptop', 'revoked', 'departed', 'tlju5HicjY_5-nybKs9lfg', 2, 'xh2h450j47gs3zs4mg8kvhettw', 3, 1795355788320, 1795355788426, 0, 0)
INSERT INTO device VALUES ('vkrtbbdpdd9y0x0d4bs3c5xgbg', '7b55f2b8059d11324e542f2da33377d44f859e762e4434ab40e538847ce6d66c', 'ke54nhqkad6y1j0qs018j8fxfm', 'Laptop', 'active', null, null, 1, null, 0, 1795355788258, 1795355788258, 0, 0)
INSERT INTO invitation VALUES ('5fd7sxk4g0b0dqvmhvvpsg708r', '39b48a4d67cfc6d858780bffd21ba23ea43193b72c0e3b600d52b48e31325b76', 'dzp276vty33jvb1v1a9zacnvhc', 'used', 1795960588265)
INSERT INTO invitation VALUES ('gjh81pegdw9krq72mfyzs6d26r', '46d0134703cf9c24f6b142967a645f9ec69bfedeeff9f04b0c817991b48368ca', 'qf11fsjs1myrdvs905tfxae5hr', 'used', 1795960588337)
INSERT INTO invitation VALUES ('nd8h7jg8dj5m1wfw1zhm3aywzc', '78515c14740bb09330dea05f12b6b5f478643ac9e4f802796ef62e30409ef236', '8nbk4zk2w2e8gq8gs2qetstbbc', 'open', 1795960588523)
INSERT INTO invitation VALUES ('ssf5t6ghghfcbja41ptd9b6hfw', '6d4fac38ce2de1bf7dd092f9e4537723f55aa43468192d68d42c89f89aec83d3', 'ke54nhqkad6y1j0qs018j8fxfm', 'used', 1795960588200)
INSERT INTO applied VALUES ('f026magc8nb1aeyt35fgpw1ds4', 1, '{"ids":["epmpynsyv2w93471m2g0gvz9gc","zdp8zpbdhkwxwayers2yzvhdhc","eg1akpt9p5sxnjxdjc61mz5n3g"],"except":{}}')
INSERT INTO applied VALUES ('g0v1t6hsw851c1acsyt1vez2tw', 3, '{"ids":["50vts0rdye5na1cww7gcmw9eg0","g437jj1dkcb8tkev883mjjhy5c","xh2h450j47gs3zs4mg8kvhettw"],"except":{"2":{"kind":"rejected","reason":"bad-value"}}}')
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', 't60ex8xadyjrn99jzp6aa38efc', 1795348801000)
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', 'y3w1n5hb5jtq155x4zfvt85vsw', 1795348800000)
INSERT INTO touch_key VALUES ('wenvelope00000000000000000000000000000000000', 'y3w1n5hb5jtq155x4zfvt85vsw', 1795348800000)
INSERT INTO touch_withheld VALUES ('sprivate000000000000000000000000000000000000', 0, 'private000000000000000000000000000000000000')
INSERT INTO ticket VALUES ('acaaa7c830564ac87d997b982705920dc390b71ff7a9af69d7013a5ff8400a48', 'f026magc8nb1aeyt35fgpw1ds4', 1, 1795355818518)
INSERT INTO quarantine VALUES ('g0v1t6hsw851c1acsyt1vez2tw', 'mxwagesdpf78ctpyrta660x8tr', 'dzp276vty33jvb1v1a9zacnvhc', 1795355788513, '{"type":"write","id":"mxwagesdpf78ctpyrta660x8tr","stamp":"01a20320a200-0000-test","changes":[{"on":"person","id":"wpnwfgbshr58bw3jj92dpencyg","rank":"page","set":{"name":"Ines Gull"}}]}', 0)
INSERT INTO audit VALUES (1, 1795355788200, null, null, 'create-workspace', 'qjs7bk9b1w9s62gdy11qtt5m7g', null, '{"name":"Tidewater Tools","slug":"tidewater"}')
INSERT INTO audit VALUES (2, 1795355788258, 'ke54nhqkad6y1j0qs018j8fxfm', 'vkrtbbdpdd9y0x0d4bs3c5xgbg', 'join', 'vkrtbbdpdd9y0x0d4bs3c5xgbg', null, null)
INSERT INTO audit VALUES (3, 1795355788265, 'ke54nhqkad6y1j0qs018j8fxfm', 'vkrtbbdpdd9y0x0d4bs3c5xgbg', 'invite', 'dzp276vty33jvb1v1a9zacnvhc', null, '{"invitation":"5fd7sxk4g0b0dqvmhvvpsg708r","role":"rep"}')
INSERT INTO audit VALUES (4, 1795355788320, 'dzp276vty33jvb1v1a9zacnvhc', 'g0v1t6hsw851c1acsyt1vez2tw', 'join', 'g0v1t6hsw851c1acsyt1vez2tw', null, null)
INSERT INTO audit VALUES (5, 1795355788337, 'ke54nhqkad6y1j0qs018j8fxfm', 'vkrtbbdpdd9y0x0d4bs3c5xgbg', 'invite', 'qf11fsjs1myrdvs905tfxae5hr', null, '{"invitation":"gjh81pegdw9krq72mfyzs6d26r","role":"rep"}')
INSERT INTO audit VALUES (6, 1795355788399, 'qf11fsjs1myrdvs905tfxae5hr', 'f026magc8nb1aeyt35fgpw1ds4', 'join', 'f026magc8nb1aeyt35fgpw1ds4', null, null)
INSERT INTO audit VALUES (7, 1795355788426, 'dzp276vty33jvb1v1a9zacnvhc', 'g0v1t6hsw851c1acsyt1vez2tw', 'merge-records', '817wz9ca8qtpv24sea4jz50wzq', 'null', '{"of":"person","keep":"73peht6nh1jew3f74f8dy1z0e8","other":"s5139qk63kdzgd33d0b6p4p6mc","verdict":"same","reasons":["same-email"],"automatic":true,"by":"dzp276vty33jvb1v1a9zacnvhc","at":1795355788426,"number":1}')
INSERT INTO audit VALUES (8, 1795355788484, 'qf11fsjs1myrdvs905tfxae5hr', 'f026magc8nb1aeyt35fgpw1ds4', 'withdraw-touch', 'q93a69kvk54nyp8e50sg5ev844', null, '{"erased":true}')
INSERT INTO audit VALUES (9, 1795355788496, 'ke54nhqkad6y1j0qs018j8fxfm', 'vkrtbbdpdd9y0x0d4bs3c5xgbg', 'depart', 'dzp276vty33jvb1v1a9zacnvhc', '{"status":"active"}', '{"status":"departed","successor":null,"accounts":1,"reports":[]}')
INSERT INTO audit VALUES (10, 1795355788496, 'ke54nhqkad6y1j0qs018j8fxfm', 'vkrtbbdpdd9y0x0d4bs3c5xgbg', 'depart-accounts', 'dzp276vty33jvb1v1a9zacnvhc', '["mxq851rmn5y6s5xsnhxzxcr48g"]', '{"successor":null}')
INSERT INTO audit VALUES (11, 1795355788513, 'dzp276vty33jvb1v1a9zacnvhc', 'g0v1t6hsw851c1acsyt1vez2tw', 'hand-in', 'g0v1t6hsw851c1acsyt1vez2tw', null, '{"operations":1}')
INSERT INTO audit VALUES (12, 1795355788523, 'ke54nhqkad6y1j0qs018j8fxfm', 'vkrtbbdpdd9y0x0d4bs3c5xgbg', 'invite', '8nbk4zk2w2e8gq8gs2qetstbbc', null, '{"invitation":"nd8h7jg8dj5m1wfw1zhm3aywzc","role":"admin"}')
INSERT INTO merge_link VALUES ('817wz9ca8qtpv24sea4jz50wzq', 'person', '73peht6nh1jew3f74f8dy1z0e8', 's5139qk63kdzgd33d0b6p4p6mc', 1)
INSERT INTO person_email VALUES ('ines@gull.example', '73peht6nh1jew3f74f8dy1z0e8')
INSERT INTO person_email VALUES ('ines@gull.example', 's5139qk63kdzgd33d0b6p4p6mc')
INSERT INTO yield VALUES (20779, 'g0v1t6hsw851c1acsyt1vez2tw', 'roundcube', 1, 10, 9, 1, 0, 2, 1)
INSERT INTO rec VALUES ('73peht6nh1jew3f74f8dy1z0e8', 'person', 7, 0, null, null, null, '["01a20320a200-0000-test",0,{"name":"Ines Gull"},{"emails":["ines@gull.example"]},{"decided":{}}]')
INSERT INTO rec VALUES ('817wz9ca8qtpv24sea4jz50wzq', 'pair', 7, 0, null, null, null, '{"fact":{"of":"person","keep":"73peht6nh1jew3f74f8dy1z0e8","other":"s5139qk63kdzgd33d0b6p4p6mc","verdict":"same","reasons":["same-email"],"automatic":true,"by":"dzp276vty33jvb1v1a9zacnvhc","at":1795355788426,"number":1}}')
INSERT INTO rec VALUES ('8nbk4zk2w2e8gq8gs2qetstbbc', 'member', 12, 0, null, null, null, '{"fact":{"name":"Nils Deputy","role":"admin","status":"invited","manager":null,"department":null}}')
INSERT INTO rec VALUES ('911kpzcsfsxkysrmstdpdcv3jm', 'policy', 1, 0, null, null, null, '{"fact":{"ownDomains":["tidewater.test"],"never":{"addresses":[],"domains":[],"sites":[]},"freemail":{"also":[],"not":[]},"keepSubject":true,"keepPath":false}}')
INSERT INTO rec VALUES ('dzp276vty33jvb1v1a9zacnvhc', 'member', 11, 0, null, null, null, '{"fact":{"name":"Jonas Weber","role":"rep","status":"departed","manager":null,"department":null}}')
INSERT INTO rec VALUES ('ke54nhqkad6y1j0qs018j8fxfm', 'member', 2, 0, null, null, null, '{"fact":{"name":"Vera Novak","role":"admin","status":"active","manager":null,"department":null}}')
INSERT INTO rec VALUES ('m4cfd8x2k2eq4kzkq5wd6qfe54', 'sighting', 7, 0, null, 'y3w1n5hb5jtq155x4zfvt85vsw', null, '{"fact":{"subject":{"kind":"person","id":"73peht6nh1jew3f74f8dy1z0e8"},"touch":"y3w1n5hb5jtq155x4zfvt85vsw","source":{"origin":"https://mail.tidewater.test","title":null,"path":null},"seenAt":1795348800000,"reader":{"id":"roundcube","version":1},"read":{"name":"Ines Gull","emails":["ines@gull.example"]},"sure":0.9},"decided":{"witness":"dzp276vty33jvb1v1a9zacnvhc"}}')
INSERT INTO rec VALUES ('mxq851rmn5y6s5xsnhxzxcr48g', 'account', 11, 0, null, null, null, '["01a20320a200-0000-test",0,{"name":"Gull & Daughters"},{"domains":["gull.example"]},{"decided":{"steward":null,"stewardSince":1795355788496,"stewardWhy":"departure","capturedBy":"dzp276vty33jvb1v1a9zacnvhc"}}]')
INSERT INTO rec VALUES ('q93a69kvk54nyp8e50sg5ev844', 'touch', 10, 20779, null, null, null, '{}')
INSERT INTO rec VALUES ('qf11fsjs1myrdvs905tfxae5hr', 'member', 6, 0, null, null, null, '{"fact":{"name":"Amira Haddad","role":"rep","status":"active","manager":null,"department":null}}')
INSERT INTO rec VALUES ('s5139qk63kdzgd33d0b6p4p6mc', 'person', 7, 0, null, null, null, '["01a20320a200-0000-test",0,{"name":"I. Gull"},{"emails":["ines@gull.example"]},{"decided":{}}]')
INSERT INTO rec VALUES ('t60ex8xadyjrn99jzp6aa38efc', 'touch', 8, 0, null, 'y3w1n5hb5jtq155x4zfvt85vsw', null, '{"fact":{"channel":"email","direction":"in","at":1795348801000,"precision":"minute","subject":"Offer 1042","people":[],"accounts":[],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":null},"decided":{"link":"y3w1n5hb5jtq155x4zfvt85vsw","witness":"qf11fsjs1myrdvs905tfxae5hr","withdrawn":false}}')
INSERT INTO rec VALUES ('y3w1n5hb5jtq155x4zfvt85vsw', 'touch', 7, 0, null, null, null, '{"fact":{"channel":"email","direction":"in","at":1795348800000,"precision":"minute","subject":"Offer 1042","people":[{"person":"73peht6nh1jew3f74f8dy1z0e8","role":"from"}],"accounts":["mxq851rmn5y6s5xsnhxzxcr48g"],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":"envelope00000000000000000000000000000000000"},"decided":{"link":null,"witness":"dzp276vty33jvb1v1a9zacnvhc","withdrawn":false}}')
INSERT INTO log VALUES (1, 2, 2, 2, '["911kpzcsfsxkysrmstdpdcv3jm","ke54nhqkad6y1j0qs018j8fxfm"]')
INSERT INTO log VALUES (2, 1, 2, 3, '["ke54nhqkad6y1j0qs018j8fxfm"]')
INSERT INTO log VALUES (3, 1, 3, 4, '["dzp276vty33jvb1v1a9zacnvhc"]')
INSERT INTO log VALUES (4, 1, 3, 5, '["dzp276vty33jvb1v1a9zacnvhc"]')
INSERT INTO log VALUES (5, 1, 4, 6, '["qf11fsjs1myrdvs905tfxae5hr"]')
INSERT INTO log VALUES (6, 1, 4, 7, '["qf11fsjs1myrdvs905tfxae5hr"]')
INSERT INTO log VALUES (7, 6, 10, 13, '["mxq851rmn5y6s5xsnhxzxcr48g","73peht6nh1jew3f74f8dy1z0e8","y3w1n5hb5jtq155x4zfvt85vsw","m4cfd8x2k2eq4kzkq5wd6qfe54","s5139qk63kdzgd33d0b6p4p6mc","817wz9ca8qtpv24sea4jz50wzq"]')
INSERT INTO log VALUES (8, 1, 11, 14, '["t60ex8xadyjrn99jzp6aa38efc"]')
INSERT INTO log VALUES (9, 1, 12, 15, '["q93a69kvk54nyp8e50sg5ev844"]')
INSERT INTO log VALUES (10, 1, 11, 16, '["q93a69kvk54nyp8e50sg5ev844"]')
INSERT INTO log VALUES (11, 2, 11, 18, '["dzp276vty33jvb1v1a9zacnvhc","mxq851rmn5y6s5xsnhxzxcr48g"]')
INSERT INTO log VALUES (12, 1, 12, 19, '["8nbk4zk2w2e8gq8gs2qetstbbc"]')
