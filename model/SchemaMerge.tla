---------------------------- MODULE SchemaMerge ----------------------------
(***************************************************************************)
(* How nodes that alter one table at the same time come to agree: rows,    *)
(* pushes, pulls, LOAD and SYNC before a write is applied, gossip.         *)
(*                                                                         *)
(* Written beside the engine in src/engine, from its numbered rules (the   *)
(* letters in comments are those of src/engine/SPEC.md), and compared with *)
(* its explorer state by state: see docs/model-checking.md for what is     *)
(* compared, what is left out, and how to run TLC.                         *)
(*                                                                         *)
(* One keyspace, one table, one shard, one data centre, nobody crashes.    *)
(* Timestamps are ranks: only their order means anything. 0 is "never".    *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
  Nodes,                  \* names of nodes
  Columns,                \* names of all columns but the key's
  GossipAndTimers,        \* "never", "whenQuiet" or "always"
  LossesMax,              \* how many messages may be lost
  SyncBeforeApply,        \* FALSE: convert to mine
  SyncedCheck,
  RememberSynced,
  DroppedAt,
  CoordinatorHoldsSchema,
  CellwiseMerge,
  AlterWritesOnlyChanges,
  GossipPull,
  PullDelay

VARIABLES
  node,                   \* what each node knows
  msgs,                   \* what is on its way
  losses,                 \* how many messages have been lost
  pullLost                \* whether a request for a schema, or an answer to one, was among them

vars == <<node, msgs, losses, pullLost>>

Peers(n) == Nodes \ {n}
Max(i, j) == IF i >= j THEN i ELSE j
MaxOf(S) == CHOOSE x \in S : \A y \in S : x >= y
MinOf(S) == CHOOSE x \in S : \A y \in S : x <= y

-----------------------------------------------------------------------------
(* Rows of the system tables (R). `base` is the time of the table's own    *)
(* row. A column's row has one time for all of its cells (`live`) and a    *)
(* tombstone (`dead`); the table's row says when the column was dropped    *)
(* (`gone`) in a cell written at `at`.                                     *)

Never == [c \in Columns |-> 0]
\* Also stands for "none": no version, no definition, no entry.
NoRows == [base |-> 0, live |-> Never, dead |-> Never, at |-> Never, gone |-> Never]

\* V1, V2: a version is its live rows; tombstones are no part of it.
Live(r) == [r EXCEPT !.dead = Never]

\* R1, R2, R4: the later cell wins; a tombstone removes what is not newer than it, and that is not kept.
JoinCellwise(old, new) ==
  LET dead == [c \in Columns |-> Max(old.dead[c], new.dead[c])]
      takes == [c \in Columns |-> new.at[c] > old.at[c] \/ (new.at[c] = old.at[c] /\ new.gone[c] > old.gone[c])]
  IN [base |-> Max(old.base, new.base),
      live |-> [c \in Columns |-> LET later == Max(old.live[c], new.live[c]) IN IF later > dead[c] THEN later ELSE 0],
      dead |-> dead,
      at |-> [c \in Columns |-> IF takes[c] THEN new.at[c] ELSE old.at[c]],
      gone |-> [c \in Columns |-> IF takes[c] THEN new.gone[c] ELSE old.gone[c]]]

\* R11: without cell-wise merge the later definition wins whole; ties stay with what is stored.
Latest(r) == MaxOf({r.base} \cup UNION {{r.live[c], r.dead[c], r.at[c]} : c \in Columns})
JoinWhole(old, new) == IF Latest(old) >= Latest(new) THEN old ELSE new

Join(old, new) ==
  CASE old = new -> old
    [] CellwiseMerge -> JoinCellwise(old, new)
    [] OTHER -> JoinWhole(old, new)

\* R5: only the live part of the lesser one counts.
Contains(big, small) == Live(big) = Live(small) \/ JoinCellwise(big, Live(small)) = big

NoVersion == NoRows
NoEntry == NoRows

Has(r, c) == r.live[c] > 0

\* R7, R13: what ALTER writes, from what its node knows: its own change, and in 2016 everything that survives it.
Delta(r, st) ==
  LET only == AlterWritesOnlyChanges /\ CellwiseMerge
      Own(c) == c = st.col
      drops == st.kind = "drop"
  IN [base |-> IF only THEN 0 ELSE st.ts,
      live |-> [c \in Columns |-> IF Own(c) THEN (IF drops THEN 0 ELSE st.ts)
                                  ELSE IF only \/ r.live[c] = 0 THEN 0 ELSE st.ts],
      dead |-> [c \in Columns |-> IF Own(c) /\ drops THEN st.ts ELSE 0],
      at |-> [c \in Columns |-> IF Own(c) /\ drops THEN st.ts ELSE IF only \/ r.at[c] = 0 THEN 0 ELSE st.ts],
      gone |-> [c \in Columns |-> IF Own(c) /\ drops THEN Max(r.gone[c], st.ts) ELSE IF only THEN 0 ELSE r.gone[c]]]

-----------------------------------------------------------------------------
\* BEGIN RUN
(* The statements and the state that the search begins with. An export     *)
(* replaces this section; as it stands, A adds x and writes it while B     *)
(* adds y.                                                                 *)

Statements == <<
  [kind |-> "add", node |-> "A", ts |-> 2, col |-> "x", part |-> "", cells |-> {}, needs |-> 0, replicas |-> {}],
  [kind |-> "write", node |-> "A", ts |-> 3, col |-> "", part |-> "p1", needs |-> 1, replicas |-> {"A", "B"},
   cells |-> {[row |-> "", col |-> ".", ts |-> 0], [row |-> "", col |-> "*", ts |-> 3], [row |-> "", col |-> "x", ts |-> 3]}],
  [kind |-> "add", node |-> "B", ts |-> 4, col |-> "y", part |-> "", cells |-> {}, needs |-> 0, replicas |-> {}]
>>

Partitions == {"p1"}

StartRows ==
  [NoRows EXCEPT !.base = 1, !.live["a"] = 1]

StartNode(n) ==
  [rows |-> StartRows,
   registry |-> {[v |-> StartRows, schema |-> StartRows, loaded |-> TRUE, sync |-> "SYNCED", source |-> "", pulled |-> FALSE]},
   store |-> [p \in Partitions |-> [schema |-> NoEntry, cells |-> {}]],
   queue |-> <<>>, tasks |-> {}, pulls |-> {}, handlers |-> {}, applied |-> {}, results |-> {}, breaches |-> {},
   heard |-> [p \in Nodes \ {n} |-> StartRows], tell |-> {}, timers |-> {},
   todo |-> CASE n = "A" -> <<1, 2>> [] n = "B" -> <<3>> [] OTHER -> <<>>]

StartMessages == {}
\* END RUN

-----------------------------------------------------------------------------
(* The registry (G): version, definition, LOADING or LOADED, sync state.   *)

Known(s, v) == \E e \in s.registry : e.v = v
Entry(s, v) == CHOOSE e \in s.registry : e.v = v
Loaded(s, v) == \E e \in s.registry : e.v = v /\ e.loaded
Put(s, e) == [s EXCEPT !.registry = {x \in @ : x.v # e.v} \cup {e}]
Forget(s, v) == [s EXCEPT !.registry = {x \in @ : x.v # v}]

Learn(s, v, schema) ==
  IF Loaded(s, v) THEN s
  ELSE LET known == Known(s, v)
       IN Put(s, [v |-> v, schema |-> schema, loaded |-> TRUE, source |-> "",
                  sync |-> IF known THEN Entry(s, v).sync ELSE "NOT_SYNCED",
                  pulled |-> IF known THEN Entry(s, v).pulled ELSE FALSE])

MarkSynced(s, v) == IF Known(s, v) THEN Put(s, [Entry(s, v) EXCEPT !.sync = "SYNCED"]) ELSE s

\* G3: everybody who waits for it fails.
FailLoad(s, v) == IF Known(s, v) /\ ~Loaded(s, v) THEN Forget(s, v) ELSE s

\* G5: a version is forgotten, its SYNCED with it, when nothing holds it any more.
Release(s) ==
  LET current == Live(s.rows)
      held == {current} \cup {t.v : t \in s.tasks}
              \cup {Live(s.store[p].schema) : p \in {q \in Partitions : s.store[q].schema # NoEntry}}
              \cup (IF CoordinatorHoldsSchema THEN {Live(h.schema) : h \in s.handlers} ELSE {})
      kept == {e \in s.registry : ~e.loaded \/ e.v \in held}
  IN [s EXCEPT !.registry =
        IF RememberSynced THEN kept
        ELSE {IF e.loaded /\ e.sync = "SYNCED" /\ e.v # current THEN [e EXCEPT !.sync = "NOT_SYNCED"] ELSE e : e \in kept}]

-----------------------------------------------------------------------------
(* A turn: a node after an input, and what it sends.                       *)

Turn(s, out) == [s |-> s, out |-> out]

\* I0: a break that leaves no trace in the state is noted by the node that did it.
Breach(s, promise, id, lost, v) ==
  [s EXCEPT !.breaches = @ \cup {[promise |-> promise, id |-> id, lost |-> lost, v |-> v]}]
Send(t, m) == Turn(t.s, t.out \cup {m})

\* Pulls (W5, G4). A gossip pull is for no version.
EndPull(s, pull, succeeded) ==
  LET rest == [s EXCEPT !.pulls = @ \ {pull}]
      v == pull.v
  IN IF v = NoVersion \/ ~Known(s, v) THEN rest
     ELSE IF succeeded THEN Put(rest, [Entry(s, v) EXCEPT !.sync = "SYNCED", !.pulled = TRUE])
     ELSE IF Entry(s, v).sync # "SYNCED" THEN Put(rest, [Entry(s, v) EXCEPT !.sync = "NOT_SYNCED"])
     ELSE rest

PullsFor(s, peer, v) == {p \in s.pulls : p.v = v /\ (v # NoVersion \/ p.peer = peer)}
EndPullOf(s, peer, v, succeeded) ==
  LET mine == PullsFor(s, peer, v)
  IN IF mine = {} THEN s ELSE EndPull(s, CHOOSE p \in mine : TRUE, succeeded)

BeginPull(t, n, peer, v, by) ==
  IF PullsFor(t.s, peer, v) # {} THEN t
  ELSE Turn([t.s EXCEPT !.pulls = @ \cup {[peer |-> peer, v |-> v, by |-> by]}],
            t.out \cup {[kind |-> "MIGRATION_REQUEST", from |-> n, to |-> peer, v |-> v]})

\* The merge (M4 to M7), all of it in one step: one shard, and the lock is held. Every merge announces, no-ops too.
Merged(s, n, task) ==
  LET rows == Join(s.rows, task.delta)
      v == Live(rows)
      joined == IF rows = s.rows THEN s ELSE MarkSynced(Learn([s EXCEPT !.rows = rows], v, rows), v)
      told == [joined EXCEPT !.tell = Peers(n)]
  IN CASE task.origin = "pull" -> EndPullOf(told, task.from, task.v, TRUE)
       [] task.origin = "ddl" -> [told EXCEPT !.results = @ \cup {[id |-> task.id, status |-> "ok", got |-> 0]}]
       [] OTHER -> told

\* M2, M3: what finds the lock free merges at once; what does not waits its turn.
QueueMerge(s, n, task) ==
  IF s.queue = <<>> /\ task.origin # "ddl" THEN Merged(s, n, task) ELSE [s EXCEPT !.queue = Append(@, task)]

-----------------------------------------------------------------------------
(* Storage (E): an entry is cells and the version that they lie at. A row   *)
(* that is there is a cell of the column ".", its marker one of "*"; every *)
(* version has these two.                                                  *)

Always == {".", "*"}

Enters(cell, to) ==
  cell.col \in Always \/ (Has(to, cell.col) /\ (~DroppedAt \/ cell.ts > to.gone[cell.col]))
Converted(cells, from, to) == IF Live(from) = Live(to) THEN cells ELSE {x \in cells : Enters(x, to)}
JoinCells(a, b) ==
  {x \in a \cup b : \A y \in a \cup b : (y.row = x.row /\ y.col = x.col) => y.ts <= x.ts}

\* W6, E4: upgrades the entry in place, converts the mutation to the current version, joins the two.
Applied(s, id, schema) ==
  LET st == Statements[id]
      entry == s.store[st.part]
      upgraded == Converted(entry.cells, entry.schema, s.rows)
      incoming == Converted(st.cells, schema, s.rows)
      lost == {x.col : x \in (entry.cells \ upgraded) \cup (st.cells \ incoming)}
      joined == JoinCells(upgraded, incoming)
      \* An entry that lies at this version already and gains nothing stays the very same.
      same == entry.schema # NoEntry /\ Live(entry.schema) = Live(s.rows) /\ joined = entry.cells
      stored == [s EXCEPT !.store[st.part] = [schema |-> IF same THEN entry.schema ELSE s.rows, cells |-> joined],
                          !.applied = @ \cup {[id |-> id, v |-> Live(schema)]}]
  IN IF Contains(s.rows, schema) THEN stored
     ELSE Breach(stored, "I2", id, lost, NoRows)

\* W4, W6: a write whose version is LOADED, and SYNCED where it has to be, is applied and confirmed, or refused.
Finish(t, n, task) ==
  LET e == Entry(t.s, task.v)
  IN IF SyncedCheck /\ e.sync # "SYNCED" THEN t
     ELSE Send(Turn(Applied(t.s, task.id, e.schema), t.out),
               [kind |-> "MUTATION_DONE", from |-> n, to |-> task.from, id |-> task.id])

RECURSIVE FinishAll(_, _, _)
FinishAll(t, n, tasks) ==
  IF tasks = {} THEN t
  ELSE LET first == CHOOSE x \in tasks : \A y \in tasks : x.id <= y.id
       IN FinishAll(Finish(t, n, first), n, tasks \ {first})

RECURSIVE SyncAll(_, _, _)
SyncAll(t, n, tasks) ==
  IF tasks = {} THEN t
  ELSE LET first == CHOOSE x \in tasks : \A y \in tasks : x.id <= y.id
           e == Entry(t.s, first.v)
           again == IF e.sync = "NOT_SYNCED" /\ e.pulled THEN Breach(t.s, "I12", first.id, {}, first.v) ELSE t.s
           waits == [again EXCEPT !.tasks = (@ \ {first}) \cup {[first EXCEPT !.wait = "sync"]}]
           begun == IF e.sync = "SYNCING" THEN Turn(waits, t.out)
                    ELSE BeginPull(Turn(Put(waits, [e EXCEPT !.sync = "SYNCING"]), t.out), n, first.from, first.v, first.id)
       IN SyncAll(begun, n, tasks \ {first})

\* G8: what requests wait for is data; after every input those whose wait is over go on.
Resume(t, n) ==
  LET s == t.s
      E(x) == Entry(s, x.v)
      failed == {x \in s.tasks : ~Known(s, x.v) \/ (x.wait = "sync" /\ E(x).sync = "NOT_SYNCED")}
      loaded == {x \in s.tasks \ failed : E(x).loaded}
      ready == {x \in loaded : E(x).sync = "SYNCED" \/ (x.wait = "load" /\ ~SyncBeforeApply)}
      asking == {x \in loaded \ ready : x.wait = "load"}
      synced == SyncAll(Turn([s EXCEPT !.tasks = @ \ failed], t.out), n, asking)
      finished == FinishAll(synced, n, ready)
  IN Turn([finished.s EXCEPT !.tasks = @ \ ready], finished.out)

\* The end of every turn.
Settle(t, n) == LET resumed == IF t.s.tasks = {} THEN t ELSE Resume(t, n) IN Turn(Release(resumed.s), resumed.out)

\* W3, W8: a confirmation; the client is answered once.
Answered(s, id) == \E r \in s.results : r.id = id
Acknowledged(s, id, by) ==
  LET mine == {h \in s.handlers : h.id = id /\ by \notin h.acks}
  IN IF mine = {} THEN s
     ELSE LET h == CHOOSE x \in mine : TRUE
              acks == h.acks \cup {by}
              rest == s.handlers \ {h}
              enough == Cardinality(acks) >= Statements[id].needs /\ ~Answered(s, id)
          IN [s EXCEPT !.handlers = IF acks = Statements[id].replicas THEN rest ELSE rest \cup {[h EXCEPT !.acks = acks]},
                       !.results = IF enough THEN @ \cup {[id |-> id, status |-> "ok", got |-> 0]} ELSE @]

-----------------------------------------------------------------------------
(* Gossip (W10).                                                           *)

ConsiderPull(t, me, peer) ==
  IF ~GossipPull \/ t.s.heard[peer] = Live(t.s.rows) THEN t
  ELSE IF PullDelay THEN Turn([t.s EXCEPT !.timers = @ \cup {peer}], t.out)
  ELSE BeginPull(t, me, peer, NoVersion, 0)

-----------------------------------------------------------------------------
(* Steps.                                                                  *)

(* A step is written as the set of states that it may lead to: none where  *)
(* it is not possible. (Equal to the usual conjunctions of primed          *)
(* variables, and each is then computed once.)                             *)

After(n, turn, inFlight) ==
  LET settled == Settle(turn, n)
  IN [node |-> [node EXCEPT ![n] = settled.s], msgs |-> inFlight \cup settled.out,
      losses |-> losses, pullLost |-> pullLost]

Becomes(next) ==
  /\ node' = next.node
  /\ msgs' = next.msgs
  /\ losses' = next.losses
  /\ pullLost' = next.pullLost

\* R12: a statement is checked against its node's own schema.
Allowed(s, st) ==
  CASE st.kind = "add" -> ~Has(s.rows, st.col)
    [] st.kind = "drop" -> Has(s.rows, st.col)
    [] OTHER -> \A x \in st.cells : x.col \in Always \/ Has(s.rows, x.col)

CanGive(n) == node[n].todo # <<>> /\ Allowed(node[n], Statements[Head(node[n].todo)])

\* W1, M2: pushed to everybody at once, merged here in a step of its own.
Alter(s, n, id) ==
  LET st == Statements[id]
      delta == Delta(s.rows, st)
  IN Turn([s EXCEPT !.queue = Append(@, [origin |-> "ddl", id |-> id, from |-> n, v |-> NoVersion, delta |-> delta])],
          {[kind |-> "DEFINITIONS_UPDATE", from |-> n, to |-> p, id |-> id, delta |-> delta] : p \in Peers(n)})

\* W3: frozen under the present schema, sent to the other replicas, applied here.
Write(s, n, id) ==
  LET st == Statements[id]
      held == [s EXCEPT !.handlers = @ \cup {[id |-> id, schema |-> s.rows, acks |-> {}]}]
      own == IF n \in st.replicas THEN Acknowledged(Applied(held, id, s.rows), id, n) ELSE held
  IN Turn(own, {[kind |-> "MUTATION", from |-> n, to |-> p, id |-> id, v |-> Live(s.rows)] : p \in st.replicas \ {n}})

Give(n) ==
  IF ~CanGive(n) THEN {}
  ELSE LET id == Head(node[n].todo)
           s == [node[n] EXCEPT !.todo = Tail(@)]
       IN {After(n, IF Statements[id].kind = "write" THEN Write(s, n, id) ELSE Alter(s, n, id), msgs)}

MergeNext(n) ==
  IF node[n].queue = <<>> THEN {}
  ELSE {After(n, Turn(Merged([node[n] EXCEPT !.queue = Tail(@)], n, Head(node[n].queue)), {}), msgs)}

\* G2: only what is LOADED is told; an empty definition is "not found".
Definition(s, v) == IF Loaded(s, v) THEN Entry(s, v).schema ELSE NoRows

Received(s, n, m) ==
  CASE m.kind = "DEFINITIONS_UPDATE" ->
         Turn(QueueMerge(s, n, [origin |-> "push", id |-> m.id, from |-> m.from, v |-> NoVersion, delta |-> m.delta]), {})
    [] m.kind = "MIGRATION_REQUEST" ->
         Turn(s, {[kind |-> "MIGRATION_REPLY", from |-> n, to |-> m.from, v |-> m.v, delta |-> s.rows]})
    [] m.kind = "MIGRATION_REPLY" ->
         Turn(IF PullsFor(s, m.from, m.v) = {} THEN s
              ELSE QueueMerge(s, n, [origin |-> "pull", id |-> 0, from |-> m.from, v |-> m.v, delta |-> m.delta]), {})
    [] m.kind = "GET_SCHEMA_VERSION" ->
         Turn(IF Loaded(s, m.v) THEN s ELSE Breach(s, "I10", 0, {}, m.v),
              {[kind |-> "SCHEMA_VERSION_REPLY", from |-> n, to |-> m.from, v |-> m.v, delta |-> Definition(s, m.v)]})
    [] m.kind = "SCHEMA_VERSION_REPLY" ->
         Turn(IF Loaded(s, m.v) \/ ~Known(s, m.v) THEN s
              ELSE IF m.delta = NoRows THEN Forget(s, m.v) ELSE Learn(s, m.v, m.delta), {})
    [] m.kind = "MUTATION" ->
         LET task == [s EXCEPT !.tasks = @ \cup {[id |-> m.id, from |-> m.from, wait |-> "load", v |-> m.v]}]
         IN IF Known(s, m.v) THEN Turn(task, {})
            ELSE Turn(Put(task, [v |-> m.v, schema |-> NoRows, loaded |-> FALSE, sync |-> "NOT_SYNCED",
                                 source |-> m.from, pulled |-> FALSE]),
                      {[kind |-> "GET_SCHEMA_VERSION", from |-> n, to |-> m.from, v |-> m.v]})
    [] OTHER -> Turn(Acknowledged(s, m.id, m.from), {})

Deliver(m) == {After(m.to, Received(node[m.to], m.to, m), msgs \ {m})}

\* F1: who waits for a lost request or for its answer fails at once; what goes one way just vanishes.
Lose(m) ==
  LET isPull == m.kind \in {"MIGRATION_REQUEST", "MIGRATION_REPLY"}
      Failed(n, s) == [After(n, Turn(s, {}), msgs \ {m}) EXCEPT !.losses = losses + 1, !.pullLost = pullLost \/ isPull]
  IN IF losses >= LossesMax THEN {}
     ELSE {CASE m.kind = "MIGRATION_REQUEST" -> Failed(m.from, EndPullOf(node[m.from], m.to, m.v, FALSE))
             [] m.kind = "MIGRATION_REPLY" -> Failed(m.to, EndPullOf(node[m.to], m.from, m.v, FALSE))
             [] m.kind = "GET_SCHEMA_VERSION" -> Failed(m.from, FailLoad(node[m.from], m.v))
             [] m.kind = "SCHEMA_VERSION_REPLY" -> Failed(m.to, FailLoad(node[m.to], m.v))
             [] OTHER -> [node |-> node, msgs |-> msgs \ {m}, losses |-> losses + 1, pullLost |-> pullLost]}

\* X3: gossip and timers act never, when nothing else can, or at any moment.
Quiet == msgs = {} /\ \A n \in Nodes : node[n].queue = <<>> /\ ~CanGive(n)
MayBeLate == GossipAndTimers = "always" \/ (GossipAndTimers = "whenQuiet" /\ Quiet)

Announce(teller, hearer) ==
  LET told == [node[teller] EXCEPT !.tell = @ \ {hearer}]
      noted == [node[hearer] EXCEPT !.heard[teller] = Live(node[teller].rows)]
      considered == ConsiderPull(Turn(noted, {}), hearer, teller)
      heard == Settle(considered, hearer)
  IN {[node |-> [node EXCEPT ![teller] = told, ![hearer] = heard.s], msgs |-> msgs \cup heard.out,
       losses |-> losses, pullLost |-> pullLost]}

PullTimer(n, p) ==
  LET s == [node[n] EXCEPT !.timers = @ \ {p}]
      pulls == GossipPull /\ s.heard[p] # Live(s.rows)
  IN {After(n, IF pulls THEN BeginPull(Turn(s, {}), n, p, NoVersion, 0) ELSE Turn(s, {}), msgs)}

\* F3: a write that timed out may still apply.
WriteTimeout(n, h) ==
  LET late == [id |-> h.id, status |-> "timeout", got |-> Cardinality(h.acks)]
      s == [node[n] EXCEPT !.handlers = @ \ {h}, !.results = IF Answered(node[n], h.id) THEN @ ELSE @ \cup {late}]
  IN {After(n, Turn(s, {}), msgs)}

Late(n) ==
  UNION {Announce(n, p) : p \in node[n].tell} \cup UNION {PullTimer(n, p) : p \in node[n].timers}
  \cup UNION {WriteTimeout(n, h) : h \in node[n].handlers}

Init ==
  /\ node = [n \in Nodes |-> StartNode(n)]
  /\ msgs = StartMessages
  /\ losses = 0
  /\ pullLost = FALSE

Next ==
  \/ \E n \in Nodes : \E next \in Give(n) : Becomes(next)
  \/ \E n \in Nodes : \E next \in MergeNext(n) : Becomes(next)
  \/ \E m \in msgs : \E next \in Deliver(m) : Becomes(next)
  \/ \E m \in msgs : \E next \in Lose(m) : Becomes(next)
  \/ \E n \in Nodes : \E next \in (IF MayBeLate THEN Late(n) ELSE {}) : Becomes(next)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* Promises (I).                                                           *)

\* I1: what a node has marked synced, its schema contains.
SyncedIsContained ==
  \A n \in Nodes : \A e \in node[n].registry :
    (e.sync = "SYNCED" /\ e.loaded) => Contains(node[n].rows, e.schema)

\* I2: a mutation is applied only where the current version contains its version.
AppliedIsContained == \A n \in Nodes : \A b \in node[n].breaches : b.promise # "I2"

\* I6: when everything has arrived and no pull was lost, all nodes agree.
AllDone == Quiet /\ \A n \in Nodes :
  node[n].tell = {} /\ node[n].timers = {} /\ node[n].pulls = {} /\ node[n].handlers = {}
QuietAgrees == (AllDone /\ ~pullLost) => \A n, p \in Nodes : Live(node[n].rows) = Live(node[p].rows)

\* I9: a replica keeps what it has confirmed, unless somebody dropped the column at or after it.
Kept(n, x) ==
  \/ \E y \in node[n].store[x.part].cells : y.row = x.cell.row /\ y.col = x.cell.col /\ y.ts >= x.cell.ts
  \/ \E p \in Nodes : node[p].rows.gone[x.cell.col] >= x.cell.ts
ConfirmedIsKept ==
  \A n \in Nodes : \A a \in node[n].applied : \A c \in Statements[a.id].cells :
    c.col \in Always \/ Kept(n, [part |-> Statements[a.id].part, cell |-> c])

\* I10: whoever sends a version can say what it is.
SenderKnows == \A n \in Nodes : \A b \in node[n].breaches : b.promise # "I10"
=============================================================================
