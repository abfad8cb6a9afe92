using System;
using System.Collections.Generic;
using Devmap.Tests.Interleaving.Scenarios;
using Devmap.Tests.Interleaving.Scheduling;
using Xunit;

namespace Devmap.Tests.Interleaving;

/// <summary>Every order of the steps, up to a bound of preemptions; the figures are printed.</summary>
public sealed class ScenarioTests(ITestOutputHelper output)
{
    private const string LastPut = "last put against tryget";

    private static readonly Dictionary<string, (Func<Era, Scenario> Make, int Bound, string Invariants)> s_scenarios = new()
    {
        ["pin against truncate"] = (era => new PinAgainstTruncate(era), 2, "I1 I2 I9"),
        ["pin against unplug"] = (era => new PinAgainstUnplug(era), 2, "I1 I3 I15"),
        ["get_dev_pagemap against kill"] = (era => new GetDevPagemapAgainstKill(era), 3, "I3 I8"),
        ["put, tryget_live and percpu_ref_kill"] = (_ => new KillOfPercpuRef(), 3, "I6 I8"),
        [LastPut] = (era => new LastPutAgainstTryGet(era), Explorer.Unbounded, "I4 I10"),
        ["one put too many"] = (era => new OnePutTooMany(era), 3, "I6 I10"),
        ["fork against zap"] = (era => new ForkAgainstZap(era), 3, "I1 I2 I5"),
        ["two faults on one DAX entry"] = (era => new TwoFaults(era, anonymous: false), 2, "I1 I2 I5"),
        ["two faults on one anonymous entry"] = (era => new TwoFaults(era, anonymous: true), 2, "I1 I2 I5"),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string scenario in s_scenarios.Keys)
            {
                if (scenario != LastPut)
                {
                    cases.Add(scenario, nameof(Era.Linux515));
                }

                cases.Add(scenario, nameof(Era.Linux61));
                cases.Add(scenario, nameof(Era.Linux615));
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryInterleaving_KeepsTheInvariants(string scenario, string era)
    {
        (Func<Era, Scenario> make, int bound, string invariants) = s_scenarios[scenario];

        ExplorationResult result = new Explorer(bound).Explore(() => make(EraOf(era)));

        string limit = bound == Explorer.Unbounded ? "no bound" : $"at most {bound} preemptions";
        output.WriteLine(
            $"figures: interleaving: {scenario}, {era}: {result.Executions} schedules, {result.States} states, "
            + $"{result.Depth} steps deep, {limit}; {invariants}, no deadlock, no lost wake-up");
        Assert.True(result.Failure is null, $"schedule {result.Schedule}: {result.Failure}");
    }

    /// <summary>Why free device-private pages idle at zero today: at one, whoever looks them up gets them.</summary>
    [Fact]
    public void LastPutAgainstTryGet_InLinux515_BringsAFreePageBack()
    {
        ExplorationResult result = new Explorer(Explorer.Unbounded).Explore(() => new LastPutAgainstTryGet(Era.Linux515));

        Assert.Contains("I10", result.Failure?.Message, StringComparison.Ordinal);
    }

    private static Era EraOf(string name) => name switch
    {
        nameof(Era.Linux515) => Era.Linux515,
        nameof(Era.Linux61) => Era.Linux61,
        _ => Era.Linux615,
    };
}
