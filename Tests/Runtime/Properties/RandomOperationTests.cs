using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Devmap.Tests.Runtime.Properties;

/// <summary>Whatever three users do one after the other, the invariants hold after each step, and all is idle in the end.</summary>
public sealed class RandomOperationTests(ITestOutputHelper output)
{
    private const int Sequences = 150;
    private const int Users = 3;

    // Of a sequence that fails FsCheck tries shorter ones.
    private static readonly Arbitrary<int[]> s_sequences = Arb.From(
        Gen.Choose(0, int.MaxValue).ArrayOf(60),
        numbers => numbers.Length < 2
            ? Enumerable.Empty<int[]>()
            : Enumerable.Range(0, numbers.Length).Select(i => numbers.Where((_, at) => at != i).ToArray()));

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void AnySequence_KeepsTheInvariants_AndEndsIdle(string era)
    {
        long steps = 0;

        Prop.ForAll(s_sequences, numbers => steps += Run(Machine.EraOf(era), numbers))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences));

        output.WriteLine($"figures: properties: {era}: {Sequences} sequences, {steps} operations, all invariants looked at after each");
    }

    private static int Run(Era era, int[] numbers)
    {
        var world = new World(era);
        Actor[] actors = Enumerable.Range(0, Users).Select(_ => new Actor(world)).ToArray();
        foreach (int number in numbers)
        {
            actors[number % Users].Do(StepOf(number / Users));
            world.Memory.Checks.Verify();
        }

        Array.ForEach(actors, actor => actor.End());
        world.AssertIdle();
        return numbers.Length;
    }

    internal static Step StepOf(int number)
    {
        int deeds = Enum.GetValues<Deed>().Length;
        int rest = number / deeds;
        return new Step((Deed)(number % deeds), rest % 64, rest / 64 % 64);
    }
}
