using System.Linq;
using Xunit;

namespace Devmap.Tests.Runtime.Invariants;

/// <summary>A machine with one invariant watched, whose breaches are collected.</summary>
internal sealed class Watched
{
    public Watched(Invariant invariant, Era? era = null, KernelDefects defects = KernelDefects.None)
    {
        Memory = new PhysicalMemory(ramPages: 16, era ?? Era.Linux615) { Defects = defects };
        Memory.Checks.CollectsBreaches = true;
        Memory.Checks.Enable(invariant);
        Space = new AddressSpace(Memory);
    }

    public PhysicalMemory Memory { get; }

    public AddressSpace Space { get; }

    public InvariantBreach SingleBreach => Assert.Single(Memory.Checks.Breaches);

    public DaxFile CreateFile(int pages = 4) => Machine.CreateFile(Memory, pages);

    public int BreachesOf(Invariant invariant) => Memory.Checks.Breaches.Count(breach => breach.Invariant == invariant);
}
