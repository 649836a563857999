"""tmp"""
import argparse, pickle, sys
from pathlib import Path
from time import process_time
from named.conll import read_conll
from named.readers import *
from named.score import Tally, TYPES
D=Path("/work/shared/entities")
def run(path):
    docs=read_conll(path)
    bare_pipeline(); read_ours(docs[:2])
    t=process_time(); b=read_bare(docs); tb=process_time()-t
    t=process_time(); o=read_ours(docs); to=process_time()-t
    print(path.name,len(docs),sum(map(len,docs)),"time",tb,to,to/tb)
    for half in (None,0,1):
      for name,f in (("bare",b),("ours",o)):
        T=Tally()
        for i,(d,fd) in enumerate(zip(docs,f)):
            if half is not None and i%2!=half: continue
            for s,n in zip(d,fd): T.add(s.names,n)
        print(half,name," ".join(f"{k}:{T.f1([k],T.strict)[2]:.1f}" for k in TYPES),"strict P%.1f R%.1f F%.1f"%T.f1(TYPES,T.strict),"overlap P%.1f R%.1f F%.1f"%T.f1(TYPES,T.overlap))
    pickle.dump((docs,b,o),open(f"/tmp/wt/{path.name}.pkl","wb"))
for p in sys.argv[1:] or ["wikigold.conll","crossner_politics_dev.txt"]: run(D/p)
