using System;
using System.Collections.Generic;
using Devmap;

namespace Scenarios;

/// <summary>Whether the claim is seen to hold in an era, and what was seen.</summary>
public sealed record Outcome(bool Holds, string Seen)
{
    public static Outcome Of(bool holds, string seen) => new(holds, seen);
}

/// <summary>A claim of the thread of October 2021, as something that can be run.</summary>
public abstract class Scenario
{
    /// <summary>S1 to S20.</summary>
    public abstract string Id { get; }

    /// <summary>Who said it.</summary>
    public abstract string Speaker { get; }

    /// <summary>What was said.</summary>
    public abstract string Claim { get; }

    /// <summary>Plays it.</summary>
    public abstract Outcome Play(Stage stage);

    /// <summary>Plays it on a stage of its own.</summary>
    public (Outcome Outcome, Timeline Timeline) Run(Era era)
    {
        var stage = new Stage(era);
        Outcome outcome = Play(stage);
        return (outcome, stage.Timeline);
    }
}
