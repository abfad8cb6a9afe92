using System.Runtime.CompilerServices;

// The tests break invariants from inside, which nobody can do from outside.
[assembly: InternalsVisibleTo("Devmap.Tests.Differential")]
[assembly: InternalsVisibleTo("Devmap.Tests.Runtime")]
