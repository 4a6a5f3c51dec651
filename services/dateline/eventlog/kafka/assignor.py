"""Who gets which partitions: all that have the same number, of all topics of the group, go to one member."""

from collections.abc import Iterable, Mapping

from aiokafka.cluster import ClusterMetadata
from aiokafka.coordinator.assignors.abstract import AbstractPartitionAssignor
from aiokafka.coordinator.protocol import ConsumerProtocolMemberAssignment, ConsumerProtocolMemberMetadata


class ByNumber(AbstractPartitionAssignor):
    """A stage's memory is by partition number, whatever topic a record of it comes from."""

    name = "dateline-by-number"

    @classmethod
    def assign(
        cls, cluster: ClusterMetadata, members: Mapping[str, ConsumerProtocolMemberMetadata]
    ) -> dict[str, ConsumerProtocolMemberAssignment]:
        ids = sorted(members)
        topics = sorted({topic for member in members.values() for topic in member.subscription})
        shares: dict[str, list[tuple[str, list[int]]]] = {member: [] for member in ids}
        for topic in topics:
            numbers = sorted(cluster.partitions_for_topic(topic) or ())
            for place, member in enumerate(ids):
                mine = [number for number in numbers if number % len(ids) == place]
                if mine:
                    shares[member].append((topic, mine))
        return {member: ConsumerProtocolMemberAssignment(0, share, b"") for member, share in shares.items()}

    @classmethod
    def metadata(cls, topics: Iterable[str]) -> ConsumerProtocolMemberMetadata:
        return ConsumerProtocolMemberMetadata(0, sorted(topics), b"")

    @classmethod
    def on_assignment(cls, assignment: ConsumerProtocolMemberAssignment) -> None: ...
