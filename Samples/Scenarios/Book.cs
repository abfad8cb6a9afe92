using System;
using System.Collections.Generic;
using System.Linq;
using Scenarios.Claims;

namespace Scenarios;

/// <summary>All scenarios, in order.</summary>
public static class Book
{
    public static IReadOnlyList<Scenario> All { get; } = new Scenario[]
    {
        new S01SpecialEntries(),
        new S02NeedNotBeSpecial(),
        new S03CountedLikeNormalMemory(),
        new S04InsertPageInsteadOfMixed(),
        new S05FixesCountingEverywhere(),
        new S06ShootdownAtUnplug(),
        new S07PagesWithoutReferences(),
        new S08UnplugUnderMappings(),
        new S09WaitingForOne(),
        new S10SaneCounting(),
        new S11LruWords(),
        new S12PinsWithoutPagemap(),
        new S13RemovalWaits(),
        new S14WaitingBeatsRemovedMemory(),
        new S15TellingTheFilesystem(),
        new S16NoNoticeNeeded(),
        new S17CountingAlone(),
        new S18PageOrPfn(),
        new S19LongTermPins(),
        new S20AskTheFolio(),
    };

    public static Scenario? Find(string id) => All.FirstOrDefault(scenario => string.Equals(scenario.Id, id, StringComparison.OrdinalIgnoreCase));
}
