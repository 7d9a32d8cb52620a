-- jvkd6rvv8y5dn1pk2jfc633h9g.jjbTjOl5D2Z6jMx6NyIG4Q9bBMkkstenW4p-hhbxpu4
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
INSERT INTO meta VALUES (1, 1, 'jvkd6rvv8y5dn1pk2jfc633h9g', 'Tidewater Tools', 'tidewater', 'J8AbF-me_dKdfF7V9MDuEaUJrZQ5xNeuTiYAP7vGQis', 'va0t9jcpebrew69vjqdbp99634', 1, 18, 1795316929917)
INSERT INTO rec VALUES ('51rgt4rpyma42gwz6yq19n3a6g', 'member', 7, 0, null, null, '{"fact":{"name":"Amira Haddad","role":"rep","status":"active","manager":null,"department":null}}')
INSERT INTO rec VALUES ('5w9ys85aw5pctpsk1x49av0r60', 'account', 17, 0, null, null, '{"fields":{"name":{"value":"Gull & Daughters","stamp":"01a2013a55af-0000-test","rank":"page"}},"sets":{"domains":{"gull.example":["01a2013a55af-0000-test"]}},"decided":{"steward":null,"stewardSince":1795316930003,"stewardWhy":"departure","capturedBy":"bwfkg5dbz9gph24jd7eq8knpp0"}}')
INSERT INTO rec VALUES ('971mqq89w27h3fq6v1jsb0ya54', 'touch', 10, 0, null, null, '{"fact":{"channel":"email","direction":"in","at":1795348800000,"precision":"minute","subject":"Offer 1042","people":[{"person":"jn803dd3y2kcp6rvnprkgq9zjr","role":"from"}],"accounts":["5w9ys85aw5pctpsk1x49av0r60"],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":"envelope00000000000000000000000000000000000"},"decided":{"link":null,"witness":"bwfkg5dbz9gph24jd7eq8knpp0","withdrawn":false}}')
INSERT INTO rec VALUES ('bwfkg5dbz9gph24jd7eq8knpp0', 'member', 16, 0, null, null, '{"fact":{"name":"Jonas Weber","role":"rep","status":"departed","manager":null,"department":null}}')
INSERT INTO rec VALUES ('cgzyf14gcxv66fd18vczn21t1m', 'touch', 13, 0, null, '971mqq89w27h3fq6v1jsb0ya54', '{"fact":{"channel":"email","direction":"in","at":1795348801000,"precision":"minute","subject":"Offer 1042","people":[],"accounts":[],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":null},"decided":{"link":"971mqq89w27h3fq6v1jsb0ya54","witness":"51rgt4rpyma42gwz6yq19n3a6g","withdrawn":false}}')
INSERT INTO rec VALUES ('jn803dd3y2kcp6rvnprkgq9zjr', 'person', 9, 0, null, null, '{"fields":{"name":{"value":"Ines Gull","stamp":"01a2013a55af-0000-test","rank":"page"}},"sets":{"emails":{"ines@gull.example":["01a2013a55af-0000-test"]}},"decided":{}}')
INSERT INTO rec VALUES ('rdtcmk7z74bh3gfef9scyf1wsr', 'member', 3, 0, null, null, '{"fact":{"name":"Vera Novak","role":"admin","status":"active","manager":null,"department":null}}')
INSERT INTO rec VALUES ('va0t9jcpebrew69vjqdbp99634', 'policy', 1, 0, null, null, '{"fact":{"ownDomains":["tidewater.test"],"never":{"addresses":[],"domains":[],"sites":[]},"freemail":{"also":[],"not":[]},"keepSubject":true,"keepPath":false}}')
INSERT INTO rec VALUES ('xer69k0eqce2h0jamm00b2tzj8', 'member', 18, 0, null, null, '{"fact":{"name":"Nils Deputy","role":"admin","status":"invited","manager":null,"department":null}}')
INSERT INTO rec VALUES ('z2k49v66w1s570cq875mzc0rtc', 'touch', 15, 1, null, null, '{}')
INSERT INTO rec VALUES ('za2ka4p9kkcm192qv697z4drac', 'sighting', 11, 0, null, '971mqq89w27h3fq6v1jsb0ya54', '{"fact":{"subject":{"kind":"person","id":"jn803dd3y2kcp6rvnprkgq9zjr"},"touch":"971mqq89w27h3fq6v1jsb0ya54","source":{"origin":"https://mail.tidewater.test","title":null,"path":null},"seenAt":1795348800000,"reader":{"id":"roundcube","version":1},"read":{"name":"Ines Gull","emails":["ines@gull.example"]},"sure":0.9},"decided":{"witness":"bwfkg5dbz9gph24jd7eq8knpp0"}}')
INSERT INTO member VALUES ('51rgt4rpyma42gwz6yq19n3a6g', 'amira.haddad@tidewater.test', 'Amira Haddad', 'rep', 'active', null, null, 1)
INSERT INTO member VALUES ('bwfkg5dbz9gph24jd7eq8knpp0', 'jonas.weber@tidewater.test', 'Jonas Weber', 'rep', 'departed', null, null, 1)
INSERT INTO member VALUES ('rdtcmk7z74bh3gfef9scyf1wsr', 'vera.novak@tidewater.test', 'Vera Novak', 'admin', 'active', null, null, 1)
INSERT INTO member VALUES ('xer69k0eqce2h0jamm00b2tzj8', 'nils.deputy@tidewater.test', 'Nils Deputy', 'admin', 'invited', null, null, 1)
INSERT INTO device VALUES ('5gyxs7rrpkng2mc4kydtqsrhx4', 'b1fe71306d8095ad81e081eaccafd2dc86df22a99ca121a9cfe3274de21c9ab4', 'rdtcmk7z74bh3gfef9scyf1wsr', 'Laptop', 'active', null, null, 1, null, 0, 1795316929927, 1795316929927)
INSERT INTO device VALUES ('ksh5059chq7fzhwvtavk8qdy14', '48fd6f612bb4fb4ffcfdcf15b301f967512488b899e8583b8a9e2ccc99715ec8', 'bwfkg5dbz9gph24jd7eq8knpp0', 'Laptop', 'revoked', 'departed', 'BCM9FJk-7uwWgq_auLBn4g', 2, 'ndy8an5jawtbmqkey7h3dw2vcg', 2, 1795316929946, 1795316929967)
INSERT INTO device VALUES ('mmdec1m2czm0r7z478h9kna4q4', '8b168809f4cd5f97747eb4524203adc59f7ee21dac9cfa8203f23edf794542db', '51rgt4rpyma42gwz6yq19n3a6g', 'Laptop', 'active', null, null, 1, 'vq5s7ttkx2rzpphxfbqddm3ax0', 3, 1795316929962, 1795316929996)
INSERT INTO invitation VALUES ('498v13g0yy0qczmk61reh1wa60', '1ae1f81d6a9b01d82d000569e251b4452427331a5e9bd71923e403575bba5ef9', 'xer69k0eqce2h0jamm00b2tzj8', 'open', 1795921730024)
INSERT INTO invitation VALUES ('4ek7hkb5zqpp91jn1d8ggrvw20', '55c46b54e5448e2d18c08683030aa771f31530f8ab18f0d003f59d00dc56559a', 'bwfkg5dbz9gph24jd7eq8knpp0', 'used', 1795921729931)
INSERT INTO invitation VALUES ('t5gydstbyxws1vap1rfkqjedqc', 'a238c5f1e0663afb63819d5a25320858b2b1826864a59754fc47914ddd030e3d', '51rgt4rpyma42gwz6yq19n3a6g', 'used', 1795921729953)
INSERT INTO invitation VALUES ('zhekyp1g1hhy8jx2n7kwge5hk0', 'f098ca6040f021e392c95538fbdcd41fc68b5a7f962980959e5580857e79faba', 'rdtcmk7z74bh3gfef9scyf1wsr', 'used', 1795921729917)
INSERT INTO applied VALUES ('ksh5059chq7fzhwvtavk8qdy14', 2, '[{"id":"avt0e52ew1vvkbm80mwh0kphqc","outcome":{"kind":"applied"}},{"id":"ndy8an5jawtbmqkey7h3dw2vcg","outcome":{"kind":"rejected","reason":"bad-value"}}]')
INSERT INTO applied VALUES ('mmdec1m2czm0r7z478h9kna4q4', 1, '[{"id":"pnxdzg3ha0r0zzqvmyzws8r7kr","outcome":{"kind":"applied"}}]')
INSERT INTO applied VALUES ('mmdec1m2czm0r7z478h9kna4q4', 2, '[{"id":"7k00c28zm7rg9tbwgq99qjjqrc","outcome":{"kind":"applied"}}]')
INSERT INTO applied VALUES ('mmdec1m2czm0r7z478h9kna4q4', 3, '[{"id":"vq5s7ttkx2rzpphxfbqddm3ax0","outcome":{"kind":"applied"}}]')
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', '971mqq89w27h3fq6v1jsb0ya54', 1795348800000)
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', 'cgzyf14gcxv66fd18vczn21t1m', 1795348801000)
INSERT INTO touch_key VALUES ('wenvelope00000000000000000000000000000000000', '971mqq89w27h3fq6v1jsb0ya54', 1795348800000)
INSERT INTO touch_withheld VALUES ('sprivate000000000000000000000000000000000000', 0, 'private000000000000000000000000000000000000')
INSERT INTO ticket VALUES ('faa206182610485eeb7024aa2b0374c9be59397e05a55ab08d7e1eec4e8b9c64', 'mmdec1m2czm0r7z478h9kna4q4', 1, 1795316960018)
INSERT INTO quarantine VALUES ('ksh5059chq7fzhwvtavk8qdy14', 'vj4kb6n6nchmes8vhk9r0wx0ww', 'bwfkg5dbz9gph24jd7eq8knpp0', 1795316930013, '{"type":"write","id":"vj4kb6n6nchmes8vhk9r0wx0ww","stamp":"01a20320a200-0000-test","changes":[{"on":"person","id":"sk1xr923zvqvj4949basyxjsdm","rank":"page","set":{"name":"Ines Gull"}}]}')
INSERT INTO audit VALUES (1, 1795316929917, null, null, 'create-workspace', 'jvkd6rvv8y5dn1pk2jfc633h9g', null, '{"name":"Tidewater Tools","slug":"tidewater"}')
INSERT INTO audit VALUES (2, 1795316929927, 'rdtcmk7z74bh3gfef9scyf1wsr', '5gyxs7rrpkng2mc4kydtqsrhx4', 'join', '5gyxs7rrpkng2mc4kydtqsrhx4', null, null)
INSERT INTO audit VALUES (3, 1795316929931, 'rdtcmk7z74bh3gfef9scyf1wsr', '5gyxs7rrpkng2mc4kydtqsrhx4', 'invite', 'bwfkg5dbz9gph24jd7eq8knpp0', null, '{"invitation":"4ek7hkb5zqpp91jn1d8ggrvw20","role":"rep"}')
INSERT INTO audit VALUES (4, 1795316929946, 'bwfkg5dbz9gph24jd7eq8knpp0', 'ksh5059chq7fzhwvtavk8qdy14', 'join', 'ksh5059chq7fzhwvtavk8qdy14', null, null)
INSERT INTO audit VALUES (5, 1795316929953, 'rdtcmk7z74bh3gfef9scyf1wsr', '5gyxs7rrpkng2mc4kydtqsrhx4', 'invite', '51rgt4rpyma42gwz6yq19n3a6g', null, '{"invitation":"t5gydstbyxws1vap1rfkqjedqc","role":"rep"}')
INSERT INTO audit VALUES (6, 1795316929962, '51rgt4rpyma42gwz6yq19n3a6g', 'mmdec1m2czm0r7z478h9kna4q4', 'join', 'mmdec1m2czm0r7z478h9kna4q4', null, null)
INSERT INTO audit VALUES (7, 1795316929996, '51rgt4rpyma42gwz6yq19n3a6g', 'mmdec1m2czm0r7z478h9kna4q4', 'withdraw-touch', 'z2k49v66w1s570cq875mzc0rtc', null, '{"erased":true}')
INSERT INTO audit VALUES (8, 1795316930003, 'rdtcmk7z74bh3gfef9scyf1wsr', '5gyxs7rrpkng2mc4kydtqsrhx4', 'depart', 'bwfkg5dbz9gph24jd7eq8knpp0', '{"status":"active"}', '{"status":"departed","successor":null,"accounts":1,"reports":[]}')
INSERT INTO audit VALUES (9, 1795316930003, 'rdtcmk7z74bh3gfef9scyf1wsr', '5gyxs7rrpkng2mc4kydtqsrhx4', 'depart-accounts', 'bwfkg5dbz9gph24jd7eq8knpp0', '["5w9ys85aw5pctpsk1x49av0r60"]', '{"successor":null}')
INSERT INTO audit VALUES (10, 1795316930013, 'bwfkg5dbz9gph24jd7eq8knpp0', 'ksh5059chq7fzhwvtavk8qdy14', 'hand-in', 'ksh5059chq7fzhwvtavk8qdy14', null, '{"operations":1}')
INSERT INTO audit VALUES (11, 1795316930024, 'rdtcmk7z74bh3gfef9scyf1wsr', '5gyxs7rrpkng2mc4kydtqsrhx4', 'invite', 'xer69k0eqce2h0jamm00b2tzj8', null, '{"invitation":"498v13g0yy0qczmk61reh1wa60","role":"admin"}')
